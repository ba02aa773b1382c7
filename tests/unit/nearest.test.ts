import { nearestTo } from '../../server/src/domain/nearest';

const ACTIONS = [
  'api::article.article.find',
  'api::article.article.findOne',
  'api::category.category.find',
  'plugin::upload.content-api.find',
];

describe('the nearest name', () => {
  it.each([
    ['api::article.article.fnd', 'api::article.article.find'],
    ['api::article.article.findone', 'api::article.article.findOne'],
    ['api::article.find', 'api::article.article.find'],
    ['api::categories.category.find', 'api::category.category.find'],
    ['api::article.article.find', 'api::article.article.find'],
  ])('to %s is %s', (wrong, right) => {
    expect(nearestTo(wrong, ACTIONS)).toBe(right);
  });

  it('counts letters, not halves of them', () => {
    expect(nearestTo('🎉🎉🎉', ['🚀🚀🚀'])).toBeNull();
    expect(nearestTo('🎉🎉🎉', ['🚀🚀🚀', '🎉🎉🚀'])).toBe('🎉🎉🚀');
  });

  it.each(['plugin::shop.order.find', 'x', '', 'api::article.article.publishEverything'])(
    'to %j is none',
    (wrong) => {
      expect(nearestTo(wrong, ACTIONS)).toBeNull();
    },
  );

  it('is none among none', () => {
    expect(nearestTo('api::article.article.find', [])).toBeNull();
  });
});
