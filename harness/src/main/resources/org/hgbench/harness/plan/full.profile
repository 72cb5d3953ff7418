# For publication: every workload, size, variant and placement with 24 forks.
Description = for publication: sizes, variants, placements, 24 forks each: several hours

Fork/WarmupIterations = 10
Fork/Iterations = 10
Fork/IterationMillis = 100

Yardsticks/Forks = 6
Yardsticks/All = true

Cells/1-small/Workloads = notify call event
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

# The ways in which HGCM can pass a buffer; a request holds 64 KiB at most.
Cells/3-carriers/Workloads = write read
Cells/3-carriers/Transports = hgcm
Cells/3-carriers/Variants = embedded contiguous no-bounce
Cells/3-carriers/PayloadBytes = 64 4K 64K
Cells/3-carriers/Forks = 24

Cells/4-large/Workloads = write read
Cells/4-large/Transports = hgcm
Cells/4-large/Variants = contiguous no-bounce
Cells/4-large/PayloadBytes = 1M 4M
Cells/4-large/Forks = 24

# Small records: a doorbell when the ring is full against a call for each, and in batches.
Cells/5-stream/Workloads = stream
Cells/5-stream/Variants = default every-16
Cells/5-stream/PayloadBytes = 8 64 512 4K
Cells/5-stream/Forks = 24

Cells/6-ring/Workloads = stream
Cells/6-ring/Transports = hgsmi
Cells/6-ring/Variants = refresh other-driver
Cells/6-ring/PayloadBytes = 8 64 512 4K
Cells/6-ring/Forks = 24

Cells/7-more/Workloads = duplex touch
Cells/7-more/PayloadBytes = 64 4K
Cells/7-more/Forks = 24

Cells/8-port/Workloads = event
Cells/8-port/Transports = hgsmi
Cells/8-port/Variants = port
Cells/8-port/Waits = poll
Cells/8-port/Forks = 24

# Guest and host where this machine can put them.
Cells/9-placement/Workloads = notify call event
Cells/9-placement/Placements = offered
Cells/9-placement/Forks = 24

# Two guest threads at once, on the modelled boundary, which alone has several vCPUs.
Cells/A-threads/Workloads = notify call write
Cells/A-threads/TrapCosts = none virtualbox-2018
Cells/A-threads/PayloadBytes = 64K
Cells/A-threads/Waits = poll
Cells/A-threads/GuestThreads = 2
Cells/A-threads/Forks = 24

Cells/B-rig/Workloads = notify call write read
Cells/B-rig/Transports = none
Cells/B-rig/TrapCosts = none
Cells/B-rig/PayloadBytes = 64K
Cells/B-rig/Forks = 6
