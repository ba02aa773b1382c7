/** Controls, halves of an emoji, ends of lines, and marks that turn the direction of what follows. */
const UNSEEN = /[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu;

/** Whether text reads as the one line that it is. */
export const isOneLine = (text: string): boolean => text.search(UNSEEN) === -1;

/** Text that nobody has checked, as admins give themselves for a name, in one line. */
export const oneLine = (text: string): string => text.replace(UNSEEN, ' ').trim();
