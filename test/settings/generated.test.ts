import assert from 'node:assert/strict'
import { generatedFiles } from '../../scripts/settingsSchema'
import { baselineSchema } from '../../server/src/settings/baselineSchema'
import { configSchema } from '../../server/src/settings/configSchema'
import { policiesSchema } from '../../server/src/settings/policySchema'
import { reviewsSchema } from '../../server/src/settings/reviewsSchema'
import type { Schema } from '../../server/src/settings/schema'
import { textOf } from '../repo/tree'

describe('What is made of the code', () => {
  it('is what the code says: else run npm run docs', async () => {
    for (const [file, text] of Object.entries(await generatedFiles())) assert.equal(textOf(file), text, file)
  })
})

describe('The schemas', () => {
  /** Words that the check understands, and those that only explain. */
  const understood =
    'type enum pattern minLength minimum properties patternProperties additionalProperties minProperties required items minItems anyOf $ref definitions errorMessage'
  const explaining =
    '$schema title description markdownDescription enumDescriptions default uniqueItems allowComments allowTrailingCommas'
  const known = new Set(`${understood} ${explaining}`.split(' '))

  function* schemasIn(schema: Schema): Generator<Schema> {
    yield schema
    const { properties = {}, patternProperties = {}, definitions = {}, items, anyOf = [] } = schema
    const below = [properties, patternProperties, definitions].flatMap(one => Object.values(one))
    for (const one of [...below, ...anyOf, ...(items === undefined ? [] : [items])]) yield* schemasIn(one)
  }

  for (const [name, schema] of Object.entries({ configSchema, policiesSchema, baselineSchema, reviewsSchema })) {
    it(`use only words that the check understands, and definitions that exist: ${name}`, () => {
      for (const one of schemasIn(schema)) {
        assert.deepEqual(
          Object.keys(one).filter(word => !known.has(word)),
          [],
        )
        const target = one.$ref?.replace('#/definitions/', '')
        assert.ok(target === undefined || schema.definitions?.[target] !== undefined, one.$ref)
      }
    })
  }
})
