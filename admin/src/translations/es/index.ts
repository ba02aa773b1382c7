import activity from './activity.json';
import bulk from './bulk.json';
import common from './common.json';
import keys from './keys.json';
import myTokens from './my-tokens.json';
import roles from './roles.json';
import rules from './rules.json';
import strapiTokens from './strapi-tokens.json';
import tags from './tags.json';
import token from './token.json';
import widget from './widget.json';

/** Texts of the plugin's pages, loaded with the first of them. */
export default {
  ...activity,
  ...bulk,
  ...common,
  ...keys,
  ...myTokens,
  ...roles,
  ...rules,
  ...strapiTokens,
  ...tags,
  ...token,
  ...widget,
};
