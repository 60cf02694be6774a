import type { Schema } from './schema'

/** `.nova-config-review/baseline.json`. */
export const baselineSchema: Schema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'Baseline of Nova Config Review',
  description: 'Findings that are known. Written by the command line (review --write-baseline) and by the editor.',
  type: 'object',
  required: ['version', 'known'],
  additionalProperties: false,
  properties: {
    $schema: { type: 'string' },
    version: { type: 'integer', minimum: 1 },
    known: {
      type: 'array',
      items: {
        type: 'object',
        required: ['file', 'findings'],
        additionalProperties: false,
        properties: {
          group: { type: 'string' },
          option: { type: 'string' },
          file: { type: 'string' },
          findings: {
            type: 'array',
            items: {
              type: 'object',
              required: ['rule', 'content', 'count'],
              additionalProperties: false,
              properties: {
                rule: { type: 'string' },
                content: { type: 'string' },
                count: { type: 'integer', minimum: 1 },
              },
            },
          },
        },
      },
    },
  },
}
