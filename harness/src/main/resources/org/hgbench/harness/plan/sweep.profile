# What does the cost of a trap decide? Both transports over modelled trap costs, from none to far
# above what this machine's own boundaries need, which are measured beside.
Description = both transports over the cost of a trap: about 4 minutes

Fork/WarmupIterations = 5
Fork/Iterations = 8
Fork/IterationMillis = 100

Yardsticks/Forks = 2

# A number is the cost of a trap and of an interrupt in nanoseconds.
Cells/1-sweep/Workloads = notify call
Cells/1-sweep/TrapCosts = none 300 1000 3000 virtualbox-2018 hyper-v-2018 30000
Cells/1-sweep/Forks = 3
Cells/1-sweep/Gating = true

Cells/2-real/Workloads = notify call
Cells/2-real/TrapCosts = chosen others
Cells/2-real/Forks = 1
