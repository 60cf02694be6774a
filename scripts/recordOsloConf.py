"""Asks oslo.config itself what it makes of configuration files that are put together by chance.

`recordOsloConf.py SEED COUNT`: prints a JSON list of `{"files": [text, ...], "said": ...}`. What is said is `[line, message]`
of the error that ends the reading, or by `group/dest` the value of each option as Python writes it, `=` before it, or `!` and
which kind of error reading it raises. The options are those of `test/engine/deployment/declared.py`.
"""

import importlib.util
import json
import os
import random
import re
import sys
import tempfile

from oslo_config import cfg

SECTIONS = ['DEFAULT', 'room', 'Shed', 'shed', 'ROOM', 'default', 'attic', ' room', 'room ']
KEYS = [
    'place', 'below', 'log_file', 'log-file', 'old-log', 'old_log', 'count', 'loud', 'share', 'names', 'note', 'remark', 'here', 'colour',
    'color', 'paint', 'door', 'tags', 'site', 'sizes', 'quoted', 'seat', 'chair', 'stool', 'moved', 'tool', 'Place', 'nothing', 'key with blanks',
]
WORDS = [
    '', 'x', 'red', 'blue', 'RED', '5', '0', '-1', ' 7 ', '100', '1_0', '0x10', '1.5', 'nan', 'inf', 'true', 'No', 'maybe', 'a,b', 'a, b,,', ',a',
    'k:v', 'k:v,w:x', 'k:v,', 'a,b:1', '[1,2]', '[1,x]', '[1', '"x"', "'x'", '"', '"a","b"', '"x', "''", 'http://h/', 'ftp://h', 'h', '10.0.0.1',
    '10.0.0.256', '::1', 'a_b', 'example.org.', '$place', '${place}', '$place/x', '$place.', '$room.place', '${room.door}', '$DEFAULT.place', '$room',
    '$nothing', '$nothing.x', 'a$', '$$x', '\\$x', '$5', '$names', '$tags', '$loud', '$old_log', '$color', '$room.color', '$shed.paint', '$Shed.tool',
    '$tool', '$below', '$remark', '$moved', '$shed.moved', '${', '${place', '$Place', '$COUNT', 'x # y', 'x ; y', 'x = y', 'a: b', '\u00a0x\u00a0', '\u2028', 'ünï', '80',
    '70000', '<None>',
]
BROKEN = [
    '[room', '[]', '[room] # c', 'words alone', '= x', ': x', '  more', '\tmore', '\ufeff', ' [room]', ' # c', '\x0b', '\u00a0', 'key\u2028= x', ' = x',
]


def line_of(chance):
    what = chance.random()
    if what < 0.15:
        return '[%s]' % chance.choice(SECTIONS)
    if what < 0.2:
        return chance.choice(['', '   ', '# c', '; c', '#x = y', '\t'])
    if what < 0.215:
        return chance.choice(BROKEN)
    line = chance.choice(KEYS) + chance.choice(['=', ' = ', ':', ' : ', '=', '\t=']) + chance.choice(WORDS)
    while chance.random() < 0.08:
        line += chance.choice(['\n', '\r\n']) + chance.choice([' ', '\t', '    ']) + chance.choice(WORDS + ['# c', '[room]'])
    return line


def file_of(chance):
    lines = [line_of(chance) for _ in range(chance.randrange(1, 9))]
    if chance.random() < 0.97:
        lines.insert(0, '[%s]' % chance.choice(['DEFAULT', 'room']))
    end = chance.choice(['\n', '\n', '\n', '\r\n', '\r'])
    return end.join(lines) + chance.choice([end, ''])


def declarations():
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'test', 'engine', 'deployment', 'declared.py')
    spec = importlib.util.spec_from_file_location('declared', path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def said_of(module, texts, folder):
    paths = []
    for number, text in enumerate(texts):
        paths.append(os.path.join(folder, '%d.conf' % number))
        with open(paths[-1], 'wb') as out:
            out.write(text.encode('utf-8'))
    conf = cfg.ConfigOpts()
    module.register_opts(conf)
    try:
        conf([word for path in paths for word in ('--config-file', path)], project='x', default_config_files=[])
    except cfg.ConfigFileParseError as error:
        file, line, message = re.search(r'(\d)\.conf:(\d+), (.*?): (?:.*)$', str(error), re.S).groups()
        return [int(file), int(line), message]
    said = {}
    for opts, group in ((module.top_opts, None), (module.room_opts, 'room'), (module.shed_opts, 'Shed')):
        for opt in opts:
            name = '%s/%s' % (group or 'DEFAULT', opt.dest)
            try:
                said[name] = '=' + repr(getattr(getattr(conf, group) if group else conf, opt.dest))
            except ValueError:
                said[name] = '!value'
            except (cfg.NoSuchOptError, cfg.NoSuchGroupError, cfg.TemplateSubstitutionError, RecursionError):
                said[name] = '!reference'
    return said


def main(seed, count):
    os.environ['PYTHONUTF8'] = '1'
    chance = random.Random(seed)
    module = declarations()
    cases = []
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(count):
            texts = [file_of(chance) for _ in range(chance.choice([1, 1, 2, 3]))]
            cases.append({'files': texts, 'said': said_of(module, texts, folder)})
    print(json.dumps(cases, ensure_ascii=False))


if __name__ == '__main__':
    main(int(sys.argv[1]), int(sys.argv[2]))
