"""Says what Python makes of generated texts. Reads lines of JSON from stdin and answers a line each.

`oracle.py programs TIMES`: the first line is what all programs begin with, the others are programs, each a list of
statements. The answer tells which statements were kept (one that raises an error is left out), and the outcome of
several runs, each a mapping of option names to values. What the module `outside` answers differs from run to run:
whatever is said of a program for certain must hold in all of them.

`oracle.py declarations`: each line is a module. The answer lists the calls of classes named `*Opt` by their place, with
the value of each argument that can be evaluated by itself; it is null for a text that is no Python.
"""

import ast
import json
import random
import signal
import sys
import textwrap
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


def declarations(text):
    try:
        tree = ast.parse(text)
        compile(text, 'module', 'exec')
    except (SyntaxError, ValueError, OverflowError, RecursionError, MemoryError):
        return None
    lines = text.split('\n')
    found = []
    for call in ast.walk(tree):
        if not isinstance(call, ast.Call) or not ast.unparse(call.func).endswith('Opt'):
            continue
        start = position(lines, call.lineno, call.col_offset)
        end = position(lines, call.end_lineno, call.end_col_offset)
        found.append({'range': {'start': start, 'end': end}, 'arguments': arguments(call)})
    return found


def position(lines, line, column):
    """A place as the Language Server Protocol has it: lines from 0, columns in UTF-16 units."""
    before = lines[line - 1].encode()[:column].decode()
    return {'line': line - 1, 'character': len(before.encode('utf-16-le')) // 2}


def arguments(call):
    """The arguments of a call, the first without a keyword as `name`: [value], or None for one that raises an error."""
    written = {keyword.arg: keyword.value for keyword in call.keywords if keyword.arg}
    if call.args and not isinstance(call.args[0], ast.Starred):
        written['name'] = call.args[0]
    return {name: evaluated(value) for name, value in written.items()}


def evaluated(value):
    builtins = {each.__name__: each for each in (dict, float, int, len, list, max, min, range, set, sorted, str, tuple)}
    names = {'__builtins__': builtins, '_': lambda message: message, 'textwrap': textwrap}
    try:
        signal.setitimer(signal.ITIMER_REAL, 0.3)
        return [encode(eval(compile(ast.Expression(value), 'argument', 'eval'), names))]
    except (Exception, TooLong):
        return None
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def main():
    import resource
    import warnings

    warnings.simplefilter('ignore')
    resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))
    signal.signal(signal.SIGALRM, stop)
    random.seed(1)
    mode, *times = sys.argv[1:]
    prelude = mode == 'programs' and compile(json.loads(sys.stdin.readline()), 'prelude', 'exec')
    for line in sys.stdin:
        asked = json.loads(line)
        print(json.dumps(answer(prelude, asked, int(times[0])) if prelude else declarations(asked)))


main()
