import { markStates } from '../engine/index'
import type { Schema } from './schema'

/** `.nova-config-review/reviews.json`. */
export const reviewsSchema: Schema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'Review state of Nova Config Review',
  description: 'What people have said of options: a line for each judgement and each note. Written by the editor.',
  type: 'object',
  required: ['version', 'reviews'],
  additionalProperties: false,
  properties: {
    $schema: { type: 'string' },
    version: { type: 'integer', minimum: 1 },
    reviews: {
      description:
        'Ends with null: so the line of every record ends alike, and git can put those of two branches together.',
      type: 'array',
      items: {
        type: ['object', 'null'],
        required: ['option', 'reviewer', 'date'],
        additionalProperties: false,
        properties: {
          group: { type: 'string', description: 'The group as operators write it; absent where none is known.' },
          option: { type: 'string', minLength: 1 },
          reviewer: { type: 'string', minLength: 1 },
          date: {
            type: 'string',
            description: 'When it was said, in UTC: the latest counts.',
            pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z$',
            errorMessage: 'This has to be a time in UTC such as "2026-11-26T09:30:00Z".',
          },
          state: { type: 'string', enum: markStates },
          reason: { type: 'string', description: 'Why, or what the question is.' },
          expires: {
            type: 'string',
            description: 'Of an accepted risk: the last day on which it is accepted.',
            pattern: '^\\d{4}-\\d{2}-\\d{2}$',
            errorMessage: 'This has to be a day such as "2027-06-30".',
          },
          content: { type: 'string', description: 'The fingerprint of the facts that were judged.' },
          facts: {
            type: 'object',
            description: 'The facts that were judged: what the editor compares with those of today.',
            patternProperties: { '': { type: 'string' } },
          },
          note: { type: 'string', minLength: 1, description: 'A remark, instead of a judgement.' },
        },
      },
    },
  },
}
