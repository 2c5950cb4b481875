"""Times numpy's matrix product when it is asked to: one line in, one line out.

In:  m k n left right repetitions    (left, right: p plain, t transposed)
Out: seconds for all repetitions

numpy must be on OpenBLAS (Debian: python3-numpy libopenblas0-pthread); OPENBLAS_NUM_THREADS says on how many threads.
"""
import sys
import time

import numpy

operands = {}


def operand(rows, columns, form):
    key = rows, columns, form
    if key not in operands:
        shape = (rows, columns) if form == "p" else (columns, rows)
        numbers = numpy.random.default_rng(1).standard_normal(shape, numpy.float32)
        operands[key] = numbers if form == "p" else numbers.T
    return operands[key]


for line in sys.stdin:
    m, k, n, left, right, repetitions = line.split()
    a, b = operand(int(m), int(k), left), operand(int(k), int(n), right)
    out = numpy.empty((int(m), int(n)), numpy.float32)
    start = time.perf_counter()
    for _ in range(int(repetitions)):
        numpy.dot(a, b, out=out)
    print(time.perf_counter() - start, flush=True)
