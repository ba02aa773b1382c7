import { useReadAccessEntitlementQuery } from '../api/entitlement';

/** Where the content API lies for its consumers, as `https://cms.example.com/api`. */
export const useApiUrl = (): string => {
  // Every page has asked already: this reads what was answered.
  const { data } = useReadAccessEntitlementQuery(undefined);
  return `${window.strapi.backendURL}${data?.meta.apiPath ?? '/api'}`;
};
