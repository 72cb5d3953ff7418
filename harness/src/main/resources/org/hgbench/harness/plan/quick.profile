# The profile of `mvn -Pbenchmark verify`: about 270 s of measuring on two idle cores, more where a
# fork takes long to start.
Description = the gating cells with 10 forks each, everything else once: about 5 minutes

Fork/WarmupIterations = 4
Fork/Iterations = 5
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

# How the time grows with the payload.
Cells/2b-sizes/Workloads = write
Cells/2b-sizes/PayloadBytes = 64 4K 1M

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

# A look at the other boundaries that work here, at published trap costs, and at what the software
# costs by itself.
Cells/6-others/Workloads = call
Cells/6-others/TrapCosts = others virtualbox-2018 none

# What the rig costs.
Cells/7-rig/Workloads = notify
Cells/7-rig/Transports = none
Cells/7-rig/TrapCosts = none
