'use strict';

module.exports = () => ({
  'api-access': {
    config: {
      keyPrefix: 'acme',
      expiry: { required: true, defaultDays: 30, maxDays: 90 },
    },
  },
});
