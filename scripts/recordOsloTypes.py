"""Asks oslo.config itself what it says of declarations and of values, for `test/engine/osloTypes/recorded.json`.

`recordOsloTypes.py VERSION[=FOLDER]... > recorded.json`: asks each version of oslo.config, the one in FOLDER (which holds
the package oslo_config) or else the installed one. Prints by declaration the exception that each version raises (one, where they agree), and by type and text
what each makes of it: `=` and the value, or `!` and the error. A declaration is Python that stands behind `cfg.`, a type is Python.

`recordOsloTypes.py --ask`: prints what the version at hand says.
"""

import ast
import json
import os
import re
import subprocess
import sys

NUMBERS = [0, 1, -1, 3, 7, 80, 65535, 65536, 70000, True, False, 2.5, 3.0, -0.0, 1e400, 10**25]
TEXTS = [
    '', ' ', '0', '1', '-1', ' 12 ', '+7', '1_000', '1__0', '_1', '0x10', '1e3', '1.5', '.5', '5.', '1.e2', 'nan', '-inf',
    'Infinity', '１２', '٣', '12\n', 'three', 'true', 'True', 'ON', 'off', 'No', 'maybe', 'y', 'a', 'A', 'abc', 'ABC', 'a,b',
    'a, b ,', ',a', 'a,,b', 'a,,', '[a,b]', '[a', '{k:v}', '{k:v', 'k:v', 'k:v,w:x', 'k:v,k:w', 'k:v,', 'k,l:v', 'k:v,x', ':v',
    'k:', 'k=v', 'k:1', 'k:1,l:x', '1,2', '1,x', '1,2,', '80,443', '80,99999', '1-3', '3-1', '-1-5', '1--5', '01-3', '5', '1-3\n',
    '"x"', "'x'", '"x', '"', '""', 'x y', '$', '$$5', '$a', '\\$5', '$$', 'a$b',
]
PLACES = [
    '10.0.0.1', '10.0.0.256', '10.0.0', '010.0.0.1', '10.0.0.1/8', '::', '::1', '1::', ':::', '1:2:3:4:5:6:7:8',
    '1:2:3:4:5:6:7::', '1:2:3:4:5:6:7:8::', '::1.2.3.4', '1:2:3:4:5:6:1.2.3.4', '1:2:3:4:5:6:7:1.2.3.4', '::1.2.3.400',
    '12345::', 'g::', 'fe80::1%eth0', '[::1]', 'localhost', 'host.example.org', 'example.org.', 'example..org', '.org', '-x',
    'x-', 'a_b', 'a.b_c', '_a', 'host name', '1.2.3', 'a.1', '1a', 'a' * 63, 'a' * 64, 'ab.' * 84 + 'a', 'ab.' * 85, 'host\n', 'ünï',
    'http://h', 'HTTP://h', 'https://h/p?q#f', 'http://', 'http:/h', 'http:h', '//h/p', 'h', 'h:80', 'http://h:80/', 'http://h:',
    'http://h:99999', 'http://h:123456', 'http://:80', 'http://u:p@h', 'http://u@', 'http://@h', 'http://u@v@h', 'http://a b/',
    'http://a%20b/', 'http://a%2/', 'http://h/a b', 'http://h/[x]', 'http://h/%zz', 'http://[::1]', 'http://[::1]:80/',
    'http://[::1', 'http://[::1%eth0]', 'http://[::1%25eth0]', 'http://[v1.a]', 'http://[1.2.3.4]', 'http://1.2.3.4',
    'http://1.2.3.400', 'http://h\\p', 'http://h_x', 'http://ü/', 'http://h/ü', 'file:///p', 'rabbit://a,b', 'http://h?q=[]',
    'rabbit://u:p@a:1,u:p@b:1', '1http://h', 'ht~tp://h', 'http://%s/x', 'http://{x}/', 'redis://h/0?a=b', ' http://h', 'http://h\n',
]
OTHERS = [[], ['a'], [1], ['1', 2], ['80', 'x'], [None], [['a']], ('a', 'b'), {}, {'k': 'v'}, {1: 2}, {'a'}, b'', b'12', b'true', b'http://h']
DEFAULTS = NUMBERS + TEXTS + PLACES + OTHERS

PLAIN = [
    'StrOpt', 'BoolOpt', 'IntOpt', 'FloatOpt', 'PortOpt', 'ListOpt', 'DictOpt', 'IPOpt', 'HostnameOpt', 'HostAddressOpt',
    'HostDomainOpt', 'URIOpt', 'MultiStrOpt', 'Opt',
]
TYPES = [
    'types.String(choices=["a", "abc"])', 'types.String(choices=["A"], ignore_case=True)', 'types.String(quotes=True)',
    'types.String(max_length=3)', 'types.String(max_length=-1)', 'types.String(regex="^a")', 'types.String(regex="^a$")',
    'types.String(regex="^[a-c]+$", ignore_case=True)', 'types.String(regex=r"\\d{2}|^\\w$")', 'types.String(choices=[])',
    'types.String(choices=[("a", "first"), ("true", "second")])', 'types.String(choices=[1, "1"])', 'types.MultiString()',
    'types.String(quotes=True, max_length=1)', 'types.Boolean()', 'types.Integer()', 'types.Integer(min=0)', 'types.Integer(max=5)',
    'types.Integer(1, 80)', 'types.Integer(choices=[1, 80])', 'types.Integer(choices=[(1, "one")])', 'types.Integer(min=0.5)',
    'types.Float()', 'types.Float(min=0)', 'types.Float(0, 1.5)', 'types.Port()', 'types.Port(min=1)', 'types.Port(choices=[80])',
    'types.List()', 'types.List(bounds=True)', 'types.List(types.Integer())', 'types.List(types.Integer(max=80))',
    'types.List(types.Port(), bounds=True)', 'types.List(types.Dict())', 'types.List(types.List())', 'types.List(types.IPAddress())',
    'types.List(types.URI())', 'types.List(types.String(quotes=True))', 'types.List(types.Boolean())', 'types.List(types.Range())',
    'types.Dict()', 'types.Dict(bounds=True)', 'types.Dict(types.Integer())', 'types.Dict(types.List(bounds=True))',
    'types.Range()', 'types.Range(min=0)', 'types.Range(0, 3)', 'types.IPAddress()', 'types.IPAddress(4)', 'types.IPAddress(version=6)',
    'types.Hostname()', 'types.HostAddress()', 'types.HostAddress(version=4)', 'types.HostAddress(6)', 'types.HostDomain()',
    'types.URI()', 'types.URI(schemes=["http"])', 'types.URI(schemes="http")', 'types.URI(schemes=["HTTP"])', 'types.URI(max_length=10)',
]
LATER = ['types.List(min_length=2)', 'types.Dict(key_value_separator="=")', 'types.Dict(min_length=2)']

CALLS = """
StrOpt('a', choices=['a'], regex='a') | StrOpt('a', choices=[], regex='a') | StrOpt('a', regex='(') | StrOpt('a', regex='a)')
StrOpt('a', regex='[') | StrOpt('a', regex='[]') | StrOpt('a', regex='[]a]', default='a') | StrOpt('a', regex='*')
StrOpt('a', regex='a**') | StrOpt('a', regex='a{2}{3}') | StrOpt('a', regex='a{3,2}') | StrOpt('a', regex='a{,2}', default='b')
StrOpt('a', regex='a{x}', default='a{x}') | StrOpt('a', regex=r'\\q') | StrOpt('a', regex='\\\\') | StrOpt('a', regex=r'[\\d-z]')
StrOpt('a', regex='[z-a]') | StrOpt('a', regex='(?<n>a)') | StrOpt('a', regex='(?P<n>a)', default='b') | StrOpt('a', regex='(?a')
StrOpt('a', regex='(?i)A', default='a') | StrOpt('a', regex='^(?!a)', default='a') | StrOpt('a', regex='(?:a|b)+$', default='abc')
StrOpt('a', regex=r'^\\S+$', default='a b') | StrOpt('a', regex='^a.b$', default='a\\nb') | StrOpt('a', regex='a$', default='a\\n')
StrOpt('a', regex=r'a\\Z', default='a\\n') | StrOpt('a', regex=r'\\bx\\b', default='a x') | StrOpt('a', regex='^[^a]$', default='a')
StrOpt('a', regex='a', ignore_case=True, default='A') | StrOpt('a', regex=5) | StrOpt('a', regex=re.compile('a'), default='b')
StrOpt('a', regex=re.compile('a', re.I), default='A') | StrOpt('a', choices=5) | StrOpt('a', choices='abc', default='b')
StrOpt('a', choices=('x', 'y'), default='y') | StrOpt('a', choices={'x': 1}, default='x') | StrOpt('a', choices=[('x', 'd', 'e')])
StrOpt('a', choices=[('x', 'd'), 'y'], default='y') | StrOpt('a', choices=[['x']]) | StrOpt('a', choices=[1], ignore_case=True)
StrOpt('a', choices=[None, 'x'], default='None') | StrOpt('a', ['x'], default='y') | StrOpt('a', max_length='3', default='a')
StrOpt('a', max_length='3') | StrOpt('a', max_length=0, default='abc') | StrOpt('a', max_length=2.5, default='abc')
IntOpt('a', 5, 4) | IntOpt('a', 4, 5, default=6) | IntOpt('a', min=1, max=1, default=1) | IntOpt('a', min='0') | IntOpt('a', min='0', max=1)
IntOpt('a', min='0', max='1') | IntOpt('a', min='0', default=1) | IntOpt('a', choices=[1, 2], default=3) | IntOpt('a', choices=['1'], min=0)
IntOpt('a', min=0, choices=[0, -1]) | IntOpt('a', max=2.5, default=3) | IntOpt('a', min=[1]) | IntOpt('a', min=[1], default=1)
FloatOpt('a', min=1, max=0.5) | FloatOpt('a', choices=[1.0]) | FloatOpt('a', 0.1, 0.2, default=0.15) | FloatOpt('a', default=10**400)
PortOpt('a', min=-1) | PortOpt('a', max=65536) | PortOpt('a', min=1, default=0) | PortOpt('a', choices=[80], default='80')
PortOpt('a', choices=['80']) | PortOpt('a', choices=[(80, 'web')], default=443) | PortOpt('a', min=100, max=10) | PortOpt('a', choices=[])
PortOpt('a', choices=[], default=80) | PortOpt('a', min='1') | PortOpt('a', type_name='x') | BoolOpt('a', positional=False)
BoolOpt('a', choices=['a']) | BoolOpt('a', True) | BoolOpt('a', default='$b') | ListOpt('a', item_type=5) | ListOpt('a', item_type=[])
ListOpt('a', item_type=types.Integer(2, 1)) | ListOpt('a', item_type=types.Integer(foo=1)) | ListOpt('a', types.Port(), default=['x'])
ListOpt('a', item_type=int, default='x') | ListOpt('a', item_type=int, default='1,2') | ListOpt('a', item_type=float, default=['x'])
ListOpt('a', bounds=True, default='[a]') | ListOpt('a', bounds=True, default=['a']) | ListOpt('a', choices=['a']) | ListOpt('a', type=types.List())
ListOpt('a', item_type=types.String(choices=['a']), default=['b']) | DictOpt('a', value_type=types.Integer()) | DictOpt('a', bounds=True)
DictOpt('a', default=['a']) | DictOpt('a', default=[]) | MultiOpt('a') | MultiOpt('a', None) | MultiOpt('a', 'x')
MultiOpt('a', types.Integer(), default=1) | MultiOpt('a', types.String(), default=['b']) | MultiOpt('a', item_type=types.List(), default=['b'])
MultiOpt('a', types.String(choices=['b']), default=['b']) | MultiOpt('a', types.Integer(), type=types.Integer())
MultiStrOpt('a', item_type=types.String()) | MultiStrOpt('a', choices=['b']) | MultiStrOpt('a', default=5) | IPOpt('a', version='4')
IPOpt('a', 4, default='::1') | IPOpt('a', version=4.0) | IPOpt('a', version=True) | IPOpt('a', version=[4]) | HostAddressOpt('a', version=7)
HostAddressOpt('a', 6, default='10.0.0.1') | HostDomainOpt('a', version=5) | HostnameOpt('a', version=4) | URIOpt('a', schemes=5)
URIOpt('a', schemes=5, default='http://h') | URIOpt('a', schemes=[5], default='http://h') | URIOpt('a', schemes=[], default='http://h')
URIOpt('a', max_length=3, default='http://h') | URIOpt('a', max_length=0, default='http://h') | URIOpt('a', 8, ['http'], default='http://h')
URIOpt('a', schemes=('http', 'https'), default='ftp://h') | URIOpt('a', scheme='http') | SubCommandOpt('a') | SubCommandOpt('a', default=1)
SubCommandOpt('a', handler=None, title='t', description='d', help='h') | SubCommandOpt('_a') | Opt('a', type=5) | Opt('a', type=None)
Opt('a', type=types.Integer(2, 1)) | Opt('a', type=types.Integer(foo=1)) | Opt('a', type=types.List(types.String(foo=1)))
Opt('a', type=types.List(item_type='x')) | Opt('a', type=types.Dict(value_type='x')) | Opt('a', type=types.Dict(key_value_separator=','))
Opt('a', type=int, default='x') | Opt('a', type=int, default='5') | Opt('a', type=str, default=5) | Opt('a', type=types.Float(choices=[1]))
Opt('a', type=types.Hostname('x', 'y')) | Opt('a', type=types.Port(-1)) | Opt('a', types.String(), 'dest', 's', 'default', default='x')
Opt('a', *[None] * 19) | Opt('a', min=1) | Opt() | StrOpt() | StrOpt(name='a') | StrOpt('a', name='b') | StrOpt(5) | StrOpt(None)
StrOpt('-a') | StrOpt('a b') | StrOpt('__a') | StrOpt('a', dest='_a') | StrOpt('a', defualt='x') | StrOpt('a', foo=None) | StrOpt('a', type=types.String())
StrOpt('a', None, None, None, False, None, 'x') | StrOpt('a', deprecated_opts=[]) | StrOpt('a', deprecated_opts=['b'])
StrOpt('a', deprecated_opts=cfg.DeprecatedOpt('b')) | StrOpt('a', deprecated_opts=(cfg.DeprecatedOpt('b-c', group='d'),))
StrOpt('a', deprecated_opts=[cfg.DeprecatedOpt(None, group='d')]) | StrOpt('a', deprecated_opts=[None]) | StrOpt('a', deprecated_opts='b')
StrOpt('a', deprecated_name='b-c') | StrOpt('a', secret='x', required=5, mutable=None, advanced='y') | StrOpt('a', default=5, choices=['5'])
IntOpt('a', default='$b') | IntOpt('a', default='$$b') | IntOpt('a', default='\\\\$b') | IntOpt('a', default=None, min=5) | StrOpt('a', quotes=True, default='"x')
IntOpt('a', sample_default='x', default=1) | IntOpt('a', metavar=5, help=7) | StrOpt('a', short='ab', positional=True) | IntOpt('a', bounds=True)
"""


def literal(value):
    return "float('inf')" if value == 1e400 else repr(value)


def declarations():
    for name in PLAIN:
        for value in DEFAULTS:
            yield f"{name}('a', default={literal(value)})"
    for kind in TYPES:
        for value in NUMBERS + OTHERS:
            yield f"Opt('a', type={kind}, default={literal(value)})"
    for call in CALLS.replace('\n', ' | ').split(' | '):
        if call.strip():
            yield call.strip()


def conversions():
    for kind in TYPES + LATER:
        for text in TEXTS + (PLACES if any(place in kind for place in ('IP', 'Host', 'URI')) else []):
            yield kind, text


def said(ask):
    try:
        return ask(), None
    except Exception as error:
        return None, error


def kind_of(error):
    return None if error is None else type(error).__name__


def words_of(error):
    # What rfc3986 says of a URI comes within a ValueError, and brings the URI's parts along.
    inner = error.args[0] if error.args else None
    words = str(inner.args[0]) if isinstance(inner, Exception) else str(error)
    # oslo.config forgets to put the number into the text here.
    words = inner % error.args[1:] if len(error.args) > 1 and '%g' in str(inner) else words
    # Choices as people write them.
    words = re.sub(r'OrderedDict\((\[.*\])\)', lambda found: repr([key for key, _ in ast.literal_eval(found[1])]), words)
    return kind_of(error) + ': ' + words[:150]


def ask():
    import warnings

    from oslo_config import cfg
    from oslo_config import types

    warnings.simplefilter('ignore')
    names = {'cfg': cfg, 'types': types, 're': re}
    calls = {call: kind_of(said(lambda: eval('cfg.' + call, names))[1]) for call in declarations()}
    made = {}
    for kind, text in conversions():
        made_type, error = said(lambda: eval(kind, names))
        if error is None:
            value, error = said(lambda: made_type(text))
            made.setdefault(kind, {})[text] = '=' + repr(value) if error is None else '!' + words_of(error)
    return {'declarations': calls, 'conversions': made}


def merged(versions):
    answers = {}
    for version in versions:
        name, _, folder = version.partition('=')
        environment = {**os.environ, **({'PYTHONPATH': folder} if folder else {})}
        command = [sys.executable, __file__, '--ask']
        answers[name] = json.loads(subprocess.run(command, env=environment, check=True, capture_output=True).stdout)
    calls = {}
    for call in declarations():
        verdicts = [answer['declarations'][call] for answer in answers.values()]
        calls[call] = verdicts[0] if len(set(verdicts)) == 1 else verdicts
    made = {}
    for kind, text in conversions():
        verdicts = [answer['conversions'].get(kind, {}).get(text) for answer in answers.values()]
        verdicts = [verdict for verdict in verdicts if verdict is not None]
        made.setdefault(kind, {})[text] = verdicts[-1]
    return {'versions': list(answers), 'declarations': calls, 'conversions': made}


if sys.argv[1:] == ['--ask']:
    print(json.dumps(ask()))
else:
    print(json.dumps(merged(sys.argv[1:]), indent=0, ensure_ascii=True))
