"""Runs programs that declare options and says what each option's default is.

Reads lines of JSON from stdin: what all programs begin with, then a program each, as a list of statements. Answers a
line each: which statements were kept (one that raises an error is left out), and the outcome of several runs, each a
mapping of option names to values. What the module `outside` answers differs from run to run: whatever is said of a
program for certain must hold in all of them.
"""

import json
import random
import signal
import sys
import types


def encode(value):
    if value is None or isinstance(value, (bool, str)):
        return value
    kind = type(value)
    if kind is int:
        return {'int': str(value)}
    if kind is float:
        return {'float': repr(value)}
    if kind is bytes:
        return {'bytes': value.decode('latin-1')}
    if kind in (list, tuple):
        return {kind.__name__: [encode(item) for item in value]}
    if kind in (set, frozenset):
        return {'set': sorted((encode(item) for item in value), key=lambda each: json.dumps(each, sort_keys=True))}
    if kind is dict:
        return {'dict': [[encode(key), encode(item)] for key, item in value.items()]}
    return {'other': kind.__name__}


def use(*values):
    for value in values:
        if random.random() < 0.5:
            continue
        if isinstance(value, list):
            random.choice([lambda: value.append('used'), value.clear, value.reverse])()
        elif isinstance(value, set):
            value.add('used')
        elif isinstance(value, dict):
            random.choice([lambda: value.update(used=1), value.clear])()
        elif isinstance(value, tuple):
            use(*value)
    return random.choice(values) if values else None


def give():
    return random.choice([0, 1, -3, 'x', '', 'outside', None, True, 2.5, [1], [], ('a', 'b'), {'k': 1}, b'b'])


def modules(options):
    class Option:
        def __init__(self, name, *_, default=None, **__):
            self.name, self.default = name, default
            options.append(self)

    cfg = types.SimpleNamespace(Opt=Option)
    outside = types.SimpleNamespace(
        flag=lambda: random.random() < 0.5,
        give=give,
        use=use,
        items=lambda: [give() for _ in range(random.randint(0, 3))],
        text=lambda: random.choice(['', 'a', 'b%s', '{}']),
        number=lambda: random.randint(-2, 5),
    )
    return {'cfg': cfg, 'outside': outside}


class TooLong(BaseException):
    pass


def stop(*_):
    raise TooLong


def run(prelude, statements, options):
    """Runs a program; returns the number of the statement that raised an error, if one did."""
    names = modules(options)
    exec(prelude, names)
    at = -1
    try:
        signal.setitimer(signal.ITIMER_REAL, 0.3)
        for at, code in enumerate(statements):
            exec(code, names)
    except (Exception, TooLong):
        return at
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
    return None


def compiled(statement):
    try:
        return compile(statement, 'program', 'exec')
    except (SyntaxError, ValueError, OverflowError, RecursionError, MemoryError):
        return None


def answer(prelude, statements, times):
    """Leaves out the statements that raise errors, until what remains runs every time."""
    codes = [compiled(statement) for statement in statements]
    kept = [at for at, code in enumerate(codes) if code]
    outcomes = []
    while len(outcomes) < times:
        options = []
        failed = run(prelude, [codes[at] for at in kept], options)
        if failed is not None:
            del kept[failed]
            outcomes.clear()
            continue
        try:
            outcomes.append({option.name: encode(option.default) for option in options})
        except (RecursionError, ValueError, MemoryError):
            return {'kept': [], 'outcomes': []}
    return {'kept': kept, 'outcomes': outcomes}


def main():
    import resource
    import warnings

    warnings.simplefilter('ignore')
    resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))
    signal.signal(signal.SIGALRM, stop)
    random.seed(1)
    prelude = compile(json.loads(sys.stdin.readline()), 'prelude', 'exec')
    for line in sys.stdin:
        print(json.dumps(answer(prelude, json.loads(line), int(sys.argv[1]))))


main()
