package org.hgbench.hgcm.service.property;

import org.hgbench.hgcm.service.ServiceCall;

/// A guest that waits for a change.
///
/// @param call its parked call
/// @param ticket which call that is
/// @param pattern the names it waits for
record ParkedNotification(ServiceCall call, long ticket, Pattern pattern) {}
