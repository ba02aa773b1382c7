/** What one is about to do with a tag. */
export type TagAction = 'rename' | 'merge' | 'delete';

/** One tag at a time is worked on. */
export interface TagTask {
  readonly id: string;
  readonly what: TagAction;
}
