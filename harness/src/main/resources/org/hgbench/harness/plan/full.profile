# For publication: every workload, size and trap cost with 24 forks.
Description = for publication: every workload, size and trap cost, 24 forks each: about 3 hours

Fork/WarmupIterations = 10
Fork/Iterations = 10
Fork/IterationMillis = 100

Yardsticks/Forks = 6
Yardsticks/All = true

Cells/1-small/Workloads = notify call
Cells/1-small/TrapCosts = chosen none
Cells/1-small/Waits = irq poll
Cells/1-small/Forks = 24
Cells/1-small/LatencyForks = 4
Cells/1-small/Gating = true

# Latency against load, in shares of what each fork reached in a closed loop.
Cells/1b-load/Workloads = notify call
Cells/1b-load/Loads = 20% 40% 60% 80% 90% 95%
Cells/1b-load/LoadForks = 6

Cells/2-bulk/Workloads = write read
Cells/2-bulk/TrapCosts = chosen none
Cells/2-bulk/PayloadBytes = 64 1K 4K 16K 64K 256K 1M 4M
Cells/2-bulk/Forks = 24
Cells/2-bulk/LatencyForks = 4

Cells/3-rig/Workloads = notify call write read
Cells/3-rig/Transports = none
Cells/3-rig/TrapCosts = none
Cells/3-rig/PayloadBytes = 64K
Cells/3-rig/Forks = 6
