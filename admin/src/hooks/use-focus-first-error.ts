import { type RefObject, useEffect } from 'react';

/**
 * Takes focus to the first field at fault, each time that faults are reported; where no field of
 * the form shows one, to the sentence about the form. It comes to the middle of the page, where the
 * header that stays at the top does not cover its label.
 *
 * @param reports - Counts the reports; nothing happens before the first.
 */
export const useFocusFirstError = (form: RefObject<HTMLElement>, reports: number) => {
  useEffect(() => {
    if (reports === 0) return;
    // So the design system marks a field's sentence, and names it in the control's description.
    const sentence = form.current?.querySelector('[data-strapi-field-error]');
    if (sentence === null || sentence === undefined) {
      const alert = form.current?.querySelector<HTMLElement>('[data-form-alert]');
      alert?.focus({ preventScroll: true });
      alert?.scrollIntoView({ block: 'center' });
      return;
    }
    form.current
      ?.querySelector<HTMLElement>(`[aria-describedby~="${sentence.id}"]`)
      ?.focus({ preventScroll: true });
    // The sentence lies right in the field, beside its label and its control.
    (sentence.parentElement ?? sentence).scrollIntoView({ block: 'center' });
  }, [form, reports]);
};
