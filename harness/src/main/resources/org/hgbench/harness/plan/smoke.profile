# Everything once, as short as it can be: does the suite work here?
Description = every workload once, under a minute

Fork/WarmupIterations = 2
Fork/Iterations = 3
Fork/IterationMillis = 30

Yardsticks/Forks = 1

Cells/1-chosen/Workloads = notify write read event
Cells/1-chosen/PayloadBytes = 64K
Cells/1-chosen/Gating = true

Cells/1b-recorded/Workloads = call
Cells/1b-recorded/LatencyForks = 1
Cells/1b-recorded/Gating = true

Cells/2-others/Workloads = stream duplex touch
Cells/2-others/PayloadBytes = 64

Cells/3-rig/Workloads = notify
Cells/3-rig/Transports = none
Cells/3-rig/TrapCosts = none
