import { getFetchClient } from '@strapi/strapi/admin';
import type { z } from 'zod';
import type { Endpoint } from '../../../contracts/endpoint';
import { request } from './request';

const NAME = /filename="?([^";]+)"?/i;

/** Gives a file to the browser, which keeps it where its user wants it. */
const save = (content: Blob, name: string) => {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
};

/**
 * Asks for the file that an endpoint answers with, and gives it to the browser. A link alone would
 * not do: the panel's session is in a header.
 *
 * @param fallbackName - Name of the file, where the answer names none.
 */
export const download = async <E extends Endpoint>(
  endpoint: E,
  query: z.input<E['query']>,
  fallbackName: string,
): Promise<void> => {
  const { url } = request(endpoint, { query });
  const { data, headers } = await getFetchClient().get<Blob>(url, { responseType: 'blob' });
  const [, name] = NAME.exec(headers?.get('content-disposition') ?? '') ?? [];
  save(data, name ?? fallbackName);
};
