# Everything once, as short as it can be: does the suite work here?
Description = everything once, under a minute

Fork/WarmupIterations = 2
Fork/Iterations = 3
Fork/IterationMillis = 50

Yardsticks/Forks = 1

Cells/1-chosen/Workloads = notify call write read
Cells/1-chosen/PayloadBytes = 64K
Cells/1-chosen/Forks = 2
Cells/1-chosen/LatencyForks = 1
Cells/1-chosen/Gating = true

Cells/2-rig/Workloads = notify
Cells/2-rig/Transports = none
Cells/2-rig/TrapCosts = none
Cells/2-rig/Forks = 1
