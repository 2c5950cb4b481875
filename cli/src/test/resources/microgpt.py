"""microgpt, the published script of 2026-02-16, with its configuration as arguments:

    python microgpt.py FILE SEED LAYERS EMBEDDING HEADS CONTEXT STEPS SAMPLES TEMPERATURE

It prints one JSON object: the configuration, every loss in full precision, the samples. The
arithmetic, its order and the order of the random draws are the published ones; gradus is held
against them by PublishedScriptTest. microgpt-others.json was made with CPython 3.11 by these
calls, their six objects put into one list; GIVEN is data/src/main/resources/io/gradus/data/given-names.txt:

    python microgpt.py GIVEN 7 2 8 2 8 30 5 0.5
    python microgpt.py GIVEN 1337 1 12 3 5 40 5 0.5
    python microgpt.py GIVEN 0 1 16 1 16 20 6 0.8
    python microgpt.py GIVEN 123456789012 3 8 4 12 12 4 1.0
    python microgpt.py GIVEN 42 1 16 4 16 60 10 0.5
    python microgpt.py microgpt-own.txt 3 1 8 2 6 25 5 1.0
"""
import sys, math, random, json
file, seed, n_layer, n_embd, n_head, block_size, num_steps, n_samples, temperature = sys.argv[1], *map(int, sys.argv[2:9]), float(sys.argv[9])
random.seed(seed)
docs = [l.strip() for l in open(file, encoding='utf-8').read().strip().split('\n') if l.strip()]
random.shuffle(docs)
uchars = sorted(set(''.join(docs))); BOS = len(uchars); vocab_size = BOS + 1
class Value:
    __slots__ = ('data', 'grad', '_children', '_local_grads')
    def __init__(self, data, children=(), local_grads=()):
        self.data = data; self.grad = 0; self._children = children; self._local_grads = local_grads
    def __add__(self, o):
        o = o if isinstance(o, Value) else Value(o); return Value(self.data + o.data, (self, o), (1, 1))
    def __mul__(self, o):
        o = o if isinstance(o, Value) else Value(o); return Value(self.data * o.data, (self, o), (o.data, self.data))
    def __pow__(self, o): return Value(self.data**o, (self,), (o * self.data**(o-1),))
    def log(self): return Value(math.log(self.data), (self,), (1/self.data,))
    def exp(self): return Value(math.exp(self.data), (self,), (math.exp(self.data),))
    def relu(self): return Value(max(0, self.data), (self,), (float(self.data > 0),))
    def __neg__(self): return self * -1
    def __radd__(self, o): return self + o
    def __sub__(self, o): return self + (-o)
    def __rsub__(self, o): return o + (-self)
    def __rmul__(self, o): return self * o
    def __truediv__(self, o): return self * o**-1
    def __rtruediv__(self, o): return o * self**-1
    def backward(self):
        topo, visited = [], set()
        def build(v):
            if v not in visited:
                visited.add(v)
                for c in v._children: build(c)
                topo.append(v)
        build(self)
        self.grad = 1
        for v in reversed(topo):
            for c, lg in zip(v._children, v._local_grads): c.grad += lg * v.grad
sys.setrecursionlimit(10**6)
head_dim = n_embd // n_head
matrix = lambda nout, nin, std=0.08: [[Value(random.gauss(0, std)) for _ in range(nin)] for _ in range(nout)]
sd = {'wte': matrix(vocab_size, n_embd), 'wpe': matrix(block_size, n_embd), 'lm_head': matrix(vocab_size, n_embd)}
for i in range(n_layer):
    for n in ('attn_wq', 'attn_wk', 'attn_wv', 'attn_wo'): sd[f'layer{i}.{n}'] = matrix(n_embd, n_embd)
    sd[f'layer{i}.mlp_fc1'] = matrix(4*n_embd, n_embd); sd[f'layer{i}.mlp_fc2'] = matrix(n_embd, 4*n_embd)
params = [p for mat in sd.values() for row in mat for p in row]
def linear(x, w): return [sum(wi*xi for wi, xi in zip(wo, x)) for wo in w]
def softmax(logits):
    m = max(v.data for v in logits); exps = [(v - m).exp() for v in logits]; total = sum(exps); return [e / total for e in exps]
def rmsnorm(x):
    ms = sum(xi*xi for xi in x) / len(x); scale = (ms + 1e-5)**-0.5; return [xi*scale for xi in x]
def gpt(token_id, pos_id, keys, values):
    x = [t + p for t, p in zip(sd['wte'][token_id], sd['wpe'][pos_id])]
    x = rmsnorm(x)
    for li in range(n_layer):
        xr = x; x = rmsnorm(x)
        q = linear(x, sd[f'layer{li}.attn_wq']); k = linear(x, sd[f'layer{li}.attn_wk']); v = linear(x, sd[f'layer{li}.attn_wv'])
        keys[li].append(k); values[li].append(v); xa = []
        for h in range(n_head):
            hs = h*head_dim; qh = q[hs:hs+head_dim]
            kh = [ki[hs:hs+head_dim] for ki in keys[li]]; vh = [vi[hs:hs+head_dim] for vi in values[li]]
            al = [sum(qh[j]*kh[t][j] for j in range(head_dim)) / head_dim**0.5 for t in range(len(kh))]
            aw = softmax(al)
            xa.extend([sum(aw[t]*vh[t][j] for t in range(len(vh))) for j in range(head_dim)])
        x = linear(xa, sd[f'layer{li}.attn_wo']); x = [a+b for a, b in zip(x, xr)]
        xr = x; x = rmsnorm(x)
        x = linear(x, sd[f'layer{li}.mlp_fc1']); x = [xi.relu() for xi in x]; x = linear(x, sd[f'layer{li}.mlp_fc2'])
        x = [a+b for a, b in zip(x, xr)]
    return linear(x, sd['lm_head'])
lr, b1, b2, eps = 0.01, 0.85, 0.99, 1e-8
m = [0.0]*len(params); vv = [0.0]*len(params); losses = []
for step in range(num_steps):
    doc = docs[step % len(docs)]
    tokens = [BOS] + [uchars.index(c) for c in doc] + [BOS]
    n = min(block_size, len(tokens) - 1)
    keys, values = [[] for _ in range(n_layer)], [[] for _ in range(n_layer)]
    ls = []
    for pos in range(n):
        logits = gpt(tokens[pos], pos, keys, values); probs = softmax(logits); ls.append(-probs[tokens[pos+1]].log())
    loss = (1/n) * sum(ls); loss.backward(); losses.append(loss.data)
    lr_t = lr * (1 - step/num_steps)
    for i, p in enumerate(params):
        m[i] = b1*m[i] + (1-b1)*p.grad; vv[i] = b2*vv[i] + (1-b2)*p.grad**2
        p.data -= lr_t * (m[i]/(1-b1**(step+1))) / ((vv[i]/(1-b2**(step+1)))**0.5 + eps); p.grad = 0
samples = []
for _ in range(n_samples):
    keys, values = [[] for _ in range(n_layer)], [[] for _ in range(n_layer)]
    t = BOS; s = []
    for pos in range(block_size):
        logits = gpt(t, pos, keys, values); probs = softmax([l / temperature for l in logits])
        t = random.choices(range(vocab_size), weights=[p.data for p in probs])[0]
        if t == BOS: break
        s.append(uchars[t])
    samples.append(''.join(s))
print(json.dumps(dict(seed=seed, layers=n_layer, embedding=n_embd, heads=n_head, context=block_size, steps=num_steps, temperature=temperature, parameters=len(params), losses=losses, samples=samples)))
