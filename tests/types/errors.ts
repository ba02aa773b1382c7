/** What the plugin's services throw. */
import { expectTypeOf } from 'expect-type';
import {
  type ApiAccessError,
  type ErrorCode,
  type FieldIssue,
  isApiAccessError,
} from 'strapi-plugin-api-access/app';

declare const thrown: unknown;

if (isApiAccessError(thrown)) {
  expectTypeOf(thrown).toEqualTypeOf<ApiAccessError>();
  expectTypeOf(thrown.code).toEqualTypeOf<ErrorCode>();
  expectTypeOf(thrown.issues).toEqualTypeOf<readonly FieldIssue[]>();
  expectTypeOf(thrown.code).extract<'name_is_taken'>().toBeNever();
  expectTypeOf(thrown.code).extract<'name_taken'>().toEqualTypeOf<'name_taken'>();
}
