import type { ResponseOf } from '../../../contracts/endpoint';
import {
  type MailHealth,
  type RuleTest,
  settingsEndpoints,
  type UpdateSettingsInput,
} from '../../../contracts/settings';
import { accessApi, LIST } from './access-api';
import { request } from './request';

type Answer<Name extends keyof typeof settingsEndpoints> = ResponseOf<
  (typeof settingsEndpoints)[Name]
>;

interface RuleToTest {
  readonly pattern: string;
  readonly names: string[];
}

const settingsApi = accessApi.injectEndpoints({
  endpoints: (build) => ({
    readAccessSettings: build.query<Answer<'read'>, undefined>({
      query: () => request(settingsEndpoints.read),
    }),
    updateAccessSettings: build.mutation<Answer<'update'>, UpdateSettingsInput>({
      query: (body) => request(settingsEndpoints.update, { body }),
      invalidatesTags: (answer) =>
        answer === undefined ? [] : ['ApiAccessSettings', { type: 'ApiAccessRole', id: LIST }],
    }),
    testNamingRule: build.query<RuleTest, RuleToTest>({
      query: (body) => request(settingsEndpoints.testRule, { body }),
      transformResponse: (answer: Answer<'testRule'>) => answer.data,
    }),
    readMailHealth: build.query<MailHealth, undefined>({
      query: () => request(settingsEndpoints.mail),
      transformResponse: (answer: Answer<'mail'>) => answer.data,
    }),
    sendTestMail: build.mutation<Answer<'testMail'>, string>({
      query: (to) => request(settingsEndpoints.testMail, { body: { to } }),
    }),
  }),
});

export const {
  useReadAccessSettingsQuery,
  useUpdateAccessSettingsMutation,
  useTestNamingRuleQuery,
  useReadMailHealthQuery,
  useSendTestMailMutation,
} = settingsApi;
