# The profile of `mvn -Pbenchmark verify`: about 270 s of measuring on two cores.
Description = the gating cells with 10 forks each, everything else once: about 4.5 minutes

Fork/WarmupIterations = 5
Fork/Iterations = 8
Fork/IterationMillis = 100

Yardsticks/Forks = 1

# What comparisons judge: on the boundary that was chosen.
Cells/1-small/Workloads = notify call
Cells/1-small/Forks = 10
Cells/1-small/LatencyForks = 1
Cells/1-small/Gating = true

# What queueing adds when calls come as they like.
Cells/1b-load/Workloads = call
Cells/1b-load/Loads = 75%

Cells/2-bulk/Workloads = write read event
Cells/2-bulk/PayloadBytes = 64K
Cells/2-bulk/Forks = 10
Cells/2-bulk/Gating = true

# Every other workload once.
Cells/3-more/Workloads = stream duplex touch
Cells/3-more/PayloadBytes = 64

# The guest polls the port for events; another display driver behind the same device.
Cells/4-port/Workloads = event
Cells/4-port/Transports = hgsmi
Cells/4-port/Variants = port
Cells/4-port/Waits = poll

Cells/5-driver/Workloads = stream
Cells/5-driver/Transports = hgsmi
Cells/5-driver/Variants = other-driver
Cells/5-driver/PayloadBytes = 64

# A look at the other boundaries that work here, and at what the software costs by itself.
Cells/6-others/Workloads = call
Cells/6-others/TrapCosts = others none

# What the rig costs.
Cells/7-rig/Workloads = notify
Cells/7-rig/Transports = none
Cells/7-rig/TrapCosts = none
