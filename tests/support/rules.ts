/** Rules & notices as tests set them. */
import type { Settings, SettingsAnswer } from '../../contracts';
import { settingsEndpoints } from '../../contracts';
import { answerOf } from './admin-api';
import type { Agent } from './playground';
import type { RemoteAdmin } from './remote-admin';

const merged = (data: SettingsAnswer, sections: Partial<Settings>) => ({
  settings: { ...data.settings, ...sections },
  revision: data.revision,
});

/** Saves some sections, and leaves the others as they are. */
export const saveRules = async (
  agent: Agent,
  sections: Partial<Settings>,
): Promise<SettingsAnswer> => {
  const { data } = await answerOf(agent, settingsEndpoints.read);
  const body = merged(data, sections);
  return (await answerOf(agent, settingsEndpoints.update, { body })).data;
};

/** The same at a playground in another process; done when it has answered. */
export const saveRulesAt = async (
  admin: RemoteAdmin,
  sections: Partial<Settings>,
): Promise<void> => {
  const { data } = (await admin('/settings')).body as { data: SettingsAnswer };
  const answer = await admin('/settings', 'PUT', merged(data, sections));
  expect(answer).toMatchObject({ status: 200 });
};
