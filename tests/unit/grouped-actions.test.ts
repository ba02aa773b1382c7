import {
  deadActions,
  groupActions,
  missingRights,
  withActions,
} from '../../admin/src/pages/roles/grouped-actions';
import { anAction } from './role.fixture';

const FIND = anAction('api::article.article.find', { apiName: 'Article' });
const CREATE = anAction('api::article.article.create', { apiName: 'Article' });
const CATEGORY = anAction('api::category.category.find', { apiName: 'Category' });
const UPLOAD = anAction('plugin::upload.content-api.find', {
  apiName: 'upload',
  routes: [{ method: 'GET', path: '/api/upload/files' }],
});
const USERS = anAction('plugin::users-permissions.user.find', { apiName: 'users-permissions' });
const ALL = [USERS, UPLOAD, CATEGORY, FIND, CREATE];

const shown = (search: string) =>
  groupActions(ALL, search).map(({ name, actions }) => [
    name,
    ...actions.map(({ name: action }) => action),
  ]);

describe('the actions in groups', () => {
  it('stand by API, those of the app before those of plugins, each by name', () => {
    expect(shown('')).toEqual([
      ['Article', 'find', 'create'],
      ['Category', 'find'],
      ['Upload', 'find'],
      ['Users permissions', 'find'],
    ]);
  });

  it.each([
    ['a word of the action', 'CREATE', [['Article', 'create']]],
    ['a path', '/api/upload/files', [['Upload', 'find']]],
    ['a method', 'post', [['Article', 'create']]],
    ['every one of several words', 'get  categor', [['Category', 'find']]],
    ['blanks alone', '   ', shown('')],
    ['nothing that is there', 'article nowhere', []],
  ])('are found by %s', (_, search, expected) => {
    expect(shown(search)).toEqual(expected);
  });
});

describe('granted actions that no longer exist', () => {
  it('are told once each, and those that exist are not', () => {
    expect(deadActions(ALL, ['api::gone.gone.find', FIND.action, 'api::gone.gone.find'])).toEqual([
      'api::gone.gone.find',
    ]);
  });
});

describe('adding and removing actions', () => {
  it('keeps them sorted and once', () => {
    expect(withActions(['b', 'd'], ['c', 'a', 'b'], true)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('leaves the others as they are', () => {
    expect(withActions(['a', 'b', 'c'], ['b', 'never-there'], false)).toEqual(['a', 'c']);
  });
});

describe('rights that relations need', () => {
  const related = anAction('api::article.article.find', {
    relations: [
      { field: 'category', action: CATEGORY.action },
      { field: 'mainCategory', action: CATEGORY.action },
      { field: 'cover', action: UPLOAD.action },
    ],
  });
  const actions = [related, CREATE, CATEGORY, UPLOAD];
  const missing = (granted: string[]) => [...missingRights(actions, new Set(granted))];

  it('are told of a granted action, with all the fields that one right brings', () => {
    expect(missing([related.action])).toEqual([
      [
        related.action,
        [
          {
            action: CATEGORY.action,
            label: 'Category · find',
            fields: ['category', 'mainCategory'],
          },
          { action: UPLOAD.action, label: 'Upload · find', fields: ['cover'] },
        ],
      ],
    ]);
  });

  it('are not told once they are granted', () => {
    expect(missing([related.action, CATEGORY.action, UPLOAD.action])).toEqual([]);
  });

  it('are not told of an action that is not granted', () => {
    expect(missing([CREATE.action])).toEqual([]);
  });

  it('are not told where the app has no such action to grant', () => {
    const unreachable = anAction('api::article.article.find', {
      relations: [{ field: 'owner', action: 'admin::user.user.find' }],
    });

    expect([...missingRights([unreachable], new Set([unreachable.action]))]).toEqual([]);
  });
});
