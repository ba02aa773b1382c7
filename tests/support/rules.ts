/** Rules & notices as tests set them. */
import type { Settings, SettingsAnswer } from '../../contracts';
import { settingsEndpoints } from '../../contracts';
import { answerOf } from './admin-api';
import type { Agent } from './playground';

/** Saves some sections, and leaves the others as they are. */
export const saveRules = async (
  agent: Agent,
  sections: Partial<Settings>,
): Promise<SettingsAnswer> => {
  const { data } = await answerOf(agent, settingsEndpoints.read);
  const body = { settings: { ...data.settings, ...sections }, revision: data.revision };
  return (await answerOf(agent, settingsEndpoints.update, { body })).data;
};
