import { type RefObject, useEffect } from 'react';

/**
 * Takes focus to the first field at fault, each time that faults are reported.
 *
 * @param reports - Counts the reports; nothing happens before the first.
 */
export const useFocusFirstError = (form: RefObject<HTMLElement>, reports: number) => {
  useEffect(() => {
    if (reports === 0) return;
    // So the design system marks a field's sentence, and names it in the control's description.
    const sentence = form.current?.querySelector('[data-strapi-field-error]');
    if (sentence === null || sentence === undefined) return;
    form.current?.querySelector<HTMLElement>(`[aria-describedby~="${sentence.id}"]`)?.focus();
  }, [form, reports]);
};
