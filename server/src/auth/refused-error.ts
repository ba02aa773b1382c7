import { errors } from '@strapi/utils';
import { REFUSAL_ANSWERS, refusalDetails, type Refusal } from '../domain/refusals';

/**
 * A refusal thrown where Strapi's chain must carry it: of the errors of an authorization it
 * answers a bare 403 for all but `PolicyError` (`@strapi/core`, services/server/compose-endpoint).
 */
export class RefusedError extends errors.PolicyError {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(REFUSAL_ANSWERS[refusal.code].message, refusalDetails(refusal));
    this.refusal = refusal;
  }
}
