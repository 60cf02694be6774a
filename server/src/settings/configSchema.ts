import { changeKinds, rules, severities, sinkKinds } from '../engine/index'
import { conditionDefinitions, policySchema } from './policySchema'
import type { Schema } from './schema'

const severity: Schema = { enum: [...severities, 'off'] }
const globs: Schema = { type: 'array', items: { type: 'string', minLength: 1 }, uniqueItems: true }

/** `.nova-config-review/config.json`. */
export const configSchema: Schema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'Settings of Nova Config Review',
  description: 'What a team has agreed on, for the editor and the command line alike.',
  type: 'object',
  allowComments: true,
  allowTrailingCommas: true,
  additionalProperties: false,
  properties: {
    $schema: { type: 'string' },
    rules: { $ref: '#/definitions/rules' },
    paths: {
      type: 'array',
      description:
        'Other severities for some files. Where several entries fit a file, the last one that names a rule counts.',
      items: {
        type: 'object',
        required: ['files', 'rules'],
        additionalProperties: false,
        properties: {
          files: {
            anyOf: [
              { type: 'string', minLength: 1 },
              { type: 'array', items: { type: 'string', minLength: 1 }, minItems: 1 },
            ],
            errorMessage: 'This has to be a glob or a list of globs.',
            description: 'Globs of the files, from the folder that holds .nova-config-review.',
          },
          rules: { $ref: '#/definitions/rules' },
        },
      },
    },
    minimumSeverity: {
      enum: severities,
      description:
        'Less severe findings are no problems: the command line leaves them out, the editor shows them in hovers and quick fixes only.',
    },
    include: {
      ...globs,
      description: 'Globs of the Python files to read, from the folder that holds .nova-config-review.',
    },
    exclude: { ...globs, description: 'Globs of files to leave out.' },
    baseline: {
      anyOf: [{ type: 'boolean' }, { type: 'string', minLength: 1 }],
      default: true,
      errorMessage: 'This has to be true, false or the path of a file.',
      markdownDescription:
        'Whether `baseline.json` beside this file counts, or the path of another `.json` file in its folder.',
    },
    policies: {
      type: 'array',
      items: {
        anyOf: [{ type: 'string', minLength: 1 }, { $ref: '#/definitions/policy' }],
        errorMessage: 'This has to be a policy, the path of a file of policies, or "nova".',
      },
      markdownDescription:
        'A team’s own rules: written here, or paths of files that hold them, from here. `nova`: Nova’s checklist.',
    },
    sinks: {
      type: 'array',
      description:
        'Calls of the team’s own libraries that do something with a value, such as running a command with it.',
      items: {
        type: 'object',
        required: ['call', 'kind'],
        additionalProperties: false,
        properties: {
          call: {
            type: 'string',
            pattern: '^[A-Za-z_]\\w*(\\.[A-Za-z_]\\w*)+$',
            errorMessage: 'This has to be the dotted path of a function, class or method: "mycloud.shell.run".',
            description: 'What is called, by its dotted path from an import: "mycloud.shell.run".',
          },
          argument: {
            anyOf: [
              { type: 'integer', minimum: 0 },
              { type: 'string', pattern: '^[A-Za-z_]\\w*$' },
            ],
            errorMessage: 'This has to be the place of an argument from 0, or its name.',
            description: 'The argument that matters, by its place from 0 or its name; all where it is left out.',
          },
          kind: { enum: sinkKinds, description: 'What it does with the value.' },
        },
      },
    },
    acceptedChanges: {
      type: 'array',
      markdownDescription:
        'Changes of options that the team has agreed on: `diff` and the Changes view show them as accepted, and `--fail-on` lets them pass.',
      items: {
        type: 'object',
        required: ['option', 'kind', 'reason', 'expires'],
        additionalProperties: false,
        properties: {
          option: {
            type: 'string',
            pattern: '^\\[[^\\]]+\\] .',
            errorMessage: 'This has to be an option with its group: "[libvirt] virt_type".',
            description: 'The option as the comparison names it: "[libvirt] virt_type".',
          },
          kind: { enum: changeKinds, description: 'What changed about it.' },
          reason: { type: 'string', minLength: 1, description: 'Why the change is right as it is.' },
          expires: {
            type: 'string',
            pattern: '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$',
            errorMessage: 'This has to be a day such as 2026-12-31.',
            description: 'The last day on which it is accepted; from then on the change counts again.',
          },
        },
      },
    },
  },
  definitions: {
    ...conditionDefinitions,
    policy: policySchema,
    rules: {
      type: 'object',
      description: 'The severity of each rule, or off.',
      additionalProperties: false,
      properties: Object.fromEntries(
        [...rules]
          .sort((a, b) => (a.name < b.name ? -1 : 1))
          .map(rule => [rule.name, { ...severity, default: rule.severity, description: rule.summary }]),
      ),
      patternProperties: { '^policy/': severity },
    },
  },
}
