import { workspace } from 'vscode'
import { open, squigglesAre } from './documents'

describe('Settings', () => {
  const change = (name: string, value: unknown) =>
    workspace.getConfiguration('novaConfigReview').update(name, value, false)

  afterEach(async () => {
    await change('rules', undefined)
    await change('minimumSeverity', undefined)
  })

  it('turn a rule off and on again without a reload', async () => {
    const { document } = await open('nova/conf/vault.py')
    await squigglesAre(document.uri, ['9 secret-not-marked', '11 secret-not-marked', '13 port-without-portopt'])
    await change('rules', { 'secret-not-marked': 'off' })
    await squigglesAre(document.uri, ['13 port-without-portopt'])
    await change('rules', undefined)
    await squigglesAre(document.uri, ['9 secret-not-marked', '11 secret-not-marked', '13 port-without-portopt'])
  })

  it('hide what is less severe', async () => {
    const { document } = await open('nova/conf/vault.py')
    await change('minimumSeverity', 'warning')
    await squigglesAre(document.uri, ['9 secret-not-marked', '11 secret-not-marked'])
  })
})
