import { categories, factNames, numberFacts, severities, switchFacts, textFacts } from '../engine/index'
import type { Schema } from './schema'

const patterns: Schema = {
  anyOf: [
    { type: 'string', minLength: 1 },
    { type: 'array', items: { type: 'string', minLength: 1 }, minItems: 1 },
  ],
  errorMessage: 'This has to be a pattern or a list of patterns.',
}
const noneOf: Schema = {
  type: 'object',
  properties: { not: { ...patterns, description: 'Patterns of which none may fit.' } },
  required: ['not'],
  additionalProperties: false,
}
const bounds: Schema = {
  type: 'object',
  properties: { atLeast: { type: 'number' }, atMost: { type: 'number' } },
  minProperties: 1,
  additionalProperties: false,
}
const string: Schema = { type: 'string' }
const list: Schema = { type: 'array', items: string, minItems: 1 }
const forms = {
  text: 'a pattern, a list of patterns, true (anything is given), false or null (nothing is), or {"not": patterns}',
  number: 'a number, true, false or null (whether there is one), or {"atLeast": …, "atMost": …}',
  default: 'a pattern, a list of patterns, a number, true, false, null (no default), {"not": patterns} or bounds',
}

/** What may be asked of facts, whatever their use. */
export const conditionDefinitions: Readonly<Record<string, Schema>> = {
  text: {
    anyOf: [string, list, { type: ['boolean', 'null'] }, noneOf],
    errorMessage: `This has to be ${forms.text}.`,
    markdownDescription:
      'A pattern: a glob that fits the whole text (`*_password`), or `/regex/flags` that finds a place in it.',
  },
  switch: { type: 'boolean' },
  number: {
    anyOf: [{ type: ['number', 'boolean', 'null'] }, bounds],
    errorMessage: `This has to be ${forms.number}.`,
  },
  default: {
    anyOf: [string, list, { type: ['number', 'boolean', 'null'] }, noneOf, bounds],
    errorMessage: `This has to be ${forms.default}.`,
    markdownDescription: 'The default as it stands in a configuration file; `null`: there is none.',
  },
  conditions: {
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(factNames.map(name => [name, { $ref: `#/definitions/${kindOf(name)}` }])),
  },
}

function kindOf(fact: (typeof factNames)[number]): string {
  if (textFacts.some(name => name === fact)) return 'text'
  if (switchFacts.some(name => name === fact)) return 'switch'
  return numberFacts.some(name => name === fact) ? 'number' : 'default'
}

/** One policy of a team. */
export const policySchema: Schema = {
  type: 'object',
  required: ['name', 'message'],
  additionalProperties: false,
  properties: {
    name: {
      type: 'string',
      pattern: '^[a-z0-9]+(-[a-z0-9]+)*$',
      errorMessage: 'A policy is named in small letters and digits with dashes between its words.',
      markdownDescription: 'Findings carry it as `policy/<name>`; settings and suppressions call it by that.',
    },
    message: {
      type: 'string',
      minLength: 1,
      markdownDescription:
        'What to tell people. `{name}`, `{group}`, `{type}` and `{default}` stand for the option’s own.',
    },
    severity: { enum: severities, default: 'information' },
    category: { enum: categories, default: 'other' },
    url: {
      type: 'string',
      pattern: '^https?://',
      errorMessage: 'This has to be an address that starts with https://.',
    },
    when: {
      $ref: '#/definitions/conditions',
      description: 'Which options it speaks of: those for which all of this holds.',
    },
    unless: {
      $ref: '#/definitions/conditions',
      description: 'Which of them it lets pass: those for which all of this holds.',
    },
    require: {
      $ref: '#/definitions/conditions',
      description: 'What they have to be like. Where nothing is required, every option it speaks of is reported.',
    },
    examples: {
      type: 'object',
      description: 'Declarations in Python that are run when the file is loaded.',
      additionalProperties: false,
      properties: {
        good: { type: 'array', items: { type: 'string', minLength: 1 }, description: 'It is silent on these.' },
        bad: {
          type: 'array',
          items: { type: 'string', minLength: 1 },
          description: 'It reports an option in each of these.',
        },
      },
    },
  },
}

/** A file that holds policies and nothing else. */
export const policiesSchema: Schema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'Policies of Nova Config Review',
  type: 'object',
  allowComments: true,
  allowTrailingCommas: true,
  required: ['policies'],
  additionalProperties: false,
  properties: {
    $schema: { type: 'string' },
    policies: { type: 'array', items: { $ref: '#/definitions/policy' } },
  },
  definitions: { ...conditionDefinitions, policy: policySchema },
}
