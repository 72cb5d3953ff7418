# The profile of `mvn -Pbenchmark verify`: about 270 s of measuring on two cores.
Description = the gating cells with 10 forks each, everything else once: about 4.5 minutes

Fork/WarmupIterations = 5
Fork/Iterations = 8
Fork/IterationMillis = 100

Yardsticks/Forks = 1

# What comparisons judge: on the boundary that was chosen.
Cells/1-gating/Workloads = notify call write read
Cells/1-gating/PayloadBytes = 64K
Cells/1-gating/Forks = 10
Cells/1-gating/LatencyForks = 1
Cells/1-gating/Gating = true

# What queueing adds when calls come as they like.
Cells/1b-load/Workloads = call
Cells/1b-load/Loads = 75%

# What the protocols' software costs by itself: the same where a trap costs nothing.
Cells/2-software/Workloads = notify call write read
Cells/2-software/PayloadBytes = 64K
Cells/2-software/TrapCosts = none
Cells/2-software/Forks = 1

# What the rig costs.
Cells/3-rig/Workloads = notify
Cells/3-rig/Transports = none
Cells/3-rig/TrapCosts = none
Cells/3-rig/Forks = 2

# How bulk transfers grow with the payload.
Cells/4-payload/Workloads = write
Cells/4-payload/PayloadBytes = 64 4K 1M
Cells/4-payload/Forks = 1

# A look at the other boundaries that work here, and at a published trap cost.
Cells/5-others/Workloads = notify call write
Cells/5-others/PayloadBytes = 64K
Cells/5-others/TrapCosts = others virtualbox-2018
Cells/5-others/Forks = 1
