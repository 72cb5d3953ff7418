/// What an HGCM service is given and what it gives back: one narrow interface, in version
/// [org.hgbench.hgcm.service.HgcmService#INTERFACE_VERSION].
///
/// ```text
///   ServiceLoader --> HgcmServiceProvider --create--> HgcmService
///                                                        ^ connect, call, cancelled, disconnect
///                                                        | on the one thread of the service
///                                            ServiceCall: function, parameters, completion
/// ```
///
/// A service knows no device, no driver and no guest memory but what a call hands to it.
package org.hgbench.hgcm.service;
