CREATE TABLE public.api_access_activity (
    id bigint NOT NULL,
    at bigint NOT NULL,
    kind character varying(32) NOT NULL,
    actor_kind character varying(16) NOT NULL,
    actor_id character varying(64),
    actor_name character varying(255),
    address character varying(64),
    subject_type character varying(16),
    subject_id character varying(64),
    subject_name character varying(255),
    access_id character varying(12),
    details text NOT NULL
);
CREATE SEQUENCE public.api_access_activity_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.api_access_activity_id_seq OWNED BY public.api_access_activity.id;
CREATE TABLE public.api_access_alerts (
    key_id integer NOT NULL,
    kind character varying(16) NOT NULL,
    last_at bigint NOT NULL
);
CREATE TABLE public.api_access_credentials (
    key_id integer NOT NULL,
    access_id character varying(12) NOT NULL,
    prefix character varying(16) NOT NULL,
    name_key character varying(64),
    secret_hash character varying(255) NOT NULL,
    mac character varying(64) NOT NULL,
    mac_key_id character varying(16) NOT NULL,
    secret_tag character varying(8) NOT NULL,
    hint character varying(64) NOT NULL,
    issued_at bigint NOT NULL,
    expires_at bigint,
    revoked_at bigint,
    owner_kind character varying(8),
    owner_id character varying(64),
    networks text,
    role_set character varying(700) NOT NULL,
    rate_requests integer,
    rate_seconds integer,
    last_used_at bigint,
    uses bigint DEFAULT '0'::bigint NOT NULL,
    notice_at bigint DEFAULT '0'::bigint
);
CREATE TABLE public.api_access_denial_minutes (
    key_id integer NOT NULL,
    minute bigint NOT NULL,
    kind character varying(16) NOT NULL,
    count bigint DEFAULT '0'::bigint NOT NULL,
    first_at bigint NOT NULL,
    last_at bigint NOT NULL,
    last_address character varying(64)
);
CREATE TABLE public.api_access_denials (
    key_id integer NOT NULL,
    day character varying(10) NOT NULL,
    reason character varying(32) NOT NULL,
    action character varying(255) NOT NULL,
    count bigint DEFAULT '0'::bigint NOT NULL,
    last_at bigint NOT NULL,
    last_address character varying(64)
);
CREATE TABLE public.api_access_epoch (
    id integer NOT NULL,
    value character varying(36) NOT NULL
);
CREATE TABLE public.api_access_forged_uses (
    key_id integer NOT NULL,
    day character varying(10) NOT NULL,
    count bigint DEFAULT '0'::bigint NOT NULL,
    last_at bigint NOT NULL
);
CREATE TABLE public.api_access_keys (
    id integer NOT NULL,
    document_id character varying(255),
    name character varying(255),
    description text,
    type character varying(255),
    technical_owner jsonb,
    created_by_name character varying(255),
    last_issued_by character varying(255),
    revoked_by_name character varying(255),
    revision integer,
    created_at timestamp(6) without time zone,
    updated_at timestamp(6) without time zone,
    published_at timestamp(6) without time zone,
    created_by_id integer,
    updated_by_id integer
);
CREATE TABLE public.api_access_keys_author_lnk (
    id integer NOT NULL,
    api_access_id integer,
    user_id integer
);
CREATE SEQUENCE public.api_access_keys_author_lnk_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.api_access_keys_author_lnk_id_seq OWNED BY public.api_access_keys_author_lnk.id;
CREATE SEQUENCE public.api_access_keys_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.api_access_keys_id_seq OWNED BY public.api_access_keys.id;
CREATE TABLE public.api_access_keys_replaces_lnk (
    id integer NOT NULL,
    api_access_id integer,
    inv_api_access_id integer
);
CREATE SEQUENCE public.api_access_keys_replaces_lnk_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.api_access_keys_replaces_lnk_id_seq OWNED BY public.api_access_keys_replaces_lnk.id;
CREATE TABLE public.api_access_keys_roles_lnk (
    id integer NOT NULL,
    api_access_id integer,
    api_access_role_id integer,
    api_access_role_ord double precision
);
CREATE SEQUENCE public.api_access_keys_roles_lnk_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.api_access_keys_roles_lnk_id_seq OWNED BY public.api_access_keys_roles_lnk.id;
CREATE TABLE public.api_access_keys_tags_lnk (
    id integer NOT NULL,
    api_access_id integer,
    api_access_tag_id integer,
    api_access_tag_ord double precision
);
CREATE SEQUENCE public.api_access_keys_tags_lnk_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.api_access_keys_tags_lnk_id_seq OWNED BY public.api_access_keys_tags_lnk.id;
CREATE TABLE public.api_access_leases (
    job character varying(32) NOT NULL,
    holder character varying(64) NOT NULL,
    until bigint NOT NULL
);
CREATE TABLE public.api_access_mails (
    id character varying(64) NOT NULL,
    kind character varying(16) NOT NULL,
    recipient character varying(254) NOT NULL,
    content text NOT NULL,
    state character varying(16) NOT NULL,
    attempts integer DEFAULT 0 NOT NULL,
    next_at bigint NOT NULL,
    made_at bigint NOT NULL,
    done_at bigint,
    error character varying(400)
);
CREATE TABLE public.api_access_migrations (
    name character varying(64) NOT NULL
);
CREATE TABLE public.api_access_notice_recipients (
    key_id integer NOT NULL,
    expires_at bigint NOT NULL,
    days integer NOT NULL,
    recipient character varying(254) NOT NULL,
    part character varying(16) NOT NULL
);
CREATE TABLE public.api_access_notices (
    key_id integer NOT NULL,
    expires_at bigint NOT NULL,
    days integer NOT NULL,
    at bigint NOT NULL
);
CREATE TABLE public.api_access_permission_uses (
    key_id integer NOT NULL,
    action character varying(255) NOT NULL,
    last_day character varying(10) NOT NULL
);
CREATE TABLE public.api_access_roles (
    id integer NOT NULL,
    document_id character varying(255),
    code character varying(255),
    name character varying(255),
    name_key character varying(255),
    description text,
    kind character varying(255),
    permissions jsonb,
    drafts boolean,
    revision integer,
    created_at timestamp(6) without time zone,
    updated_at timestamp(6) without time zone,
    published_at timestamp(6) without time zone,
    created_by_id integer,
    updated_by_id integer
);
CREATE SEQUENCE public.api_access_roles_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.api_access_roles_id_seq OWNED BY public.api_access_roles.id;
CREATE TABLE public.api_access_settings (
    id integer NOT NULL,
    value text NOT NULL,
    revision integer NOT NULL,
    updated_at bigint NOT NULL,
    updated_by character varying(255)
);
CREATE TABLE public.api_access_states (
    name character varying(64) NOT NULL,
    value text NOT NULL
);
CREATE TABLE public.api_access_strapi_tokens (
    key_id integer NOT NULL,
    access_key character varying(128) NOT NULL,
    original text NOT NULL
);
CREATE TABLE public.api_access_tags (
    id integer NOT NULL,
    document_id character varying(255),
    name character varying(255),
    name_key character varying(255),
    created_at timestamp(6) without time zone,
    updated_at timestamp(6) without time zone,
    published_at timestamp(6) without time zone,
    created_by_id integer,
    updated_by_id integer
);
CREATE SEQUENCE public.api_access_tags_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.api_access_tags_id_seq OWNED BY public.api_access_tags.id;
CREATE TABLE public.api_access_usage_days (
    key_id integer NOT NULL,
    day character varying(10) NOT NULL,
    allowed bigint DEFAULT '0'::bigint NOT NULL,
    denied bigint DEFAULT '0'::bigint NOT NULL
);
CREATE TABLE public.api_access_usage_totals (
    key_id integer NOT NULL,
    allowed bigint DEFAULT '0'::bigint NOT NULL,
    denied bigint DEFAULT '0'::bigint NOT NULL,
    last_used_at bigint,
    last_address character varying(64)
);
ALTER TABLE ONLY public.api_access_activity ALTER COLUMN id SET DEFAULT nextval('public.api_access_activity_id_seq'::regclass);
ALTER TABLE ONLY public.api_access_keys ALTER COLUMN id SET DEFAULT nextval('public.api_access_keys_id_seq'::regclass);
ALTER TABLE ONLY public.api_access_keys_author_lnk ALTER COLUMN id SET DEFAULT nextval('public.api_access_keys_author_lnk_id_seq'::regclass);
ALTER TABLE ONLY public.api_access_keys_replaces_lnk ALTER COLUMN id SET DEFAULT nextval('public.api_access_keys_replaces_lnk_id_seq'::regclass);
ALTER TABLE ONLY public.api_access_keys_roles_lnk ALTER COLUMN id SET DEFAULT nextval('public.api_access_keys_roles_lnk_id_seq'::regclass);
ALTER TABLE ONLY public.api_access_keys_tags_lnk ALTER COLUMN id SET DEFAULT nextval('public.api_access_keys_tags_lnk_id_seq'::regclass);
ALTER TABLE ONLY public.api_access_roles ALTER COLUMN id SET DEFAULT nextval('public.api_access_roles_id_seq'::regclass);
ALTER TABLE ONLY public.api_access_tags ALTER COLUMN id SET DEFAULT nextval('public.api_access_tags_id_seq'::regclass);
INSERT INTO public.api_access_activity (id, at, kind, actor_kind, actor_id, actor_name, address, subject_type, subject_id, subject_name, access_id, details) VALUES (1, 1795915271023, 'role.created', 'app', NULL, NULL, NULL, 'role', 'o8w1e8pgty9f0cq72ukktbeg', 'Reader', NULL, '{"changes":[{"field":"kind","before":[],"after":["custom"]},{"field":"drafts","before":[],"after":["false"]}],"added":["api::article.article.find"]}');
INSERT INTO public.api_access_activity (id, at, kind, actor_kind, actor_id, actor_name, address, subject_type, subject_id, subject_name, access_id, details) VALUES (2, 1795915271083, 'tag.created', 'app', NULL, NULL, NULL, 'tag', 'om0yk3nn43msv9a1vg7ujdye', 'prod', NULL, '{}');
INSERT INTO public.api_access_activity (id, at, kind, actor_kind, actor_id, actor_name, address, subject_type, subject_id, subject_name, access_id, details) VALUES (3, 1795915271086, 'tag.created', 'app', NULL, NULL, NULL, 'tag', 'ldeurqppaw8wipl9avqyxdfx', 'mobile app', NULL, '{}');
INSERT INTO public.api_access_activity (id, at, kind, actor_kind, actor_id, actor_name, address, subject_type, subject_id, subject_name, access_id, details) VALUES (4, 1795915271113, 'key.created', 'app', NULL, NULL, NULL, 'key', 'mgbo1vahfim878vwa0sxcds1', 'live', 'yo0xARqBdxRF', '{"expiresAt":"2099-12-31T12:00:00.000Z","changes":[{"field":"roles","before":[],"after":["Reader"]},{"field":"tags","before":[],"after":["mobile app","prod"]},{"field":"networks","before":[],"after":["127.0.0.0/8","::1"]},{"field":"rateLimit","before":[],"after":["1000 / 60 s"]}]}');
INSERT INTO public.api_access_activity (id, at, kind, actor_kind, actor_id, actor_name, address, subject_type, subject_id, subject_name, access_id, details) VALUES (5, 1795915271383, 'key.created', 'admin', 'gwb3wras7wxppnh29sfu6lgj', 'Ada Admin', '127.0.0.1', 'key', 'x3sm2ouwzlqeu6i230h34exn', 'successor', 'APjdA7tMQc7r', '{"expiresAt":null,"changes":[{"field":"roles","before":[],"after":["Reader"]},{"field":"tags","before":[],"after":["prod"]},{"field":"author","before":[],"after":["Ada Admin"]}]}');
INSERT INTO public.api_access_activity (id, at, kind, actor_kind, actor_id, actor_name, address, subject_type, subject_id, subject_name, access_id, details) VALUES (6, 1795915271415, 'role.created', 'app', NULL, NULL, NULL, 'role', 'qspx3ght5psbib5mme8owze7', 'Reader of drafts', NULL, '{"changes":[{"field":"kind","before":[],"after":["custom"]},{"field":"drafts","before":[],"after":["true"]}],"added":["api::article.article.find"]}');
INSERT INTO public.api_access_activity (id, at, kind, actor_kind, actor_id, actor_name, address, subject_type, subject_id, subject_name, access_id, details) VALUES (7, 1795915271492, 'key.created', 'app', NULL, NULL, NULL, 'key', 'ox3ag1nuj1f8aol3uqve1kfb', 'revoked', 'kf0aZZLd2nKN', '{"expiresAt":null,"changes":[{"field":"roles","before":[],"after":["Reader of drafts"]}]}');
INSERT INTO public.api_access_activity (id, at, kind, actor_kind, actor_id, actor_name, address, subject_type, subject_id, subject_name, access_id, details) VALUES (8, 1795915271534, 'key.revoked', 'app', NULL, NULL, NULL, 'key', 'ox3ag1nuj1f8aol3uqve1kfb', 'revoked', 'kf0aZZLd2nKN', '{}');
INSERT INTO public.api_access_activity (id, at, kind, actor_kind, actor_id, actor_name, address, subject_type, subject_id, subject_name, access_id, details) VALUES (9, 1795915271593, 'key.created', 'app', NULL, NULL, NULL, 'key', 'qmdu1r65zvaeokfb00cekqpx', 'expired', 'D3a8vstN3tF5', '{"expiresAt":"2099-12-31T12:00:00.000Z","changes":[{"field":"roles","before":[],"after":["Reader"]}]}');
INSERT INTO public.api_access_activity (id, at, kind, actor_kind, actor_id, actor_name, address, subject_type, subject_id, subject_name, access_id, details) VALUES (10, 1795915271685, 'key.created', 'admin', 'gwb3wras7wxppnh29sfu6lgj', 'Ada Admin', '127.0.0.1', 'key', 'k522x8b70w0i3o27qv5n1gqg', 'personal', 'aQ4BKGbajLzl', '{"expiresAt":"2099-12-31T12:00:00.000Z","changes":[{"field":"roles","before":[],"after":["Reader"]}]}');
INSERT INTO public.api_access_activity (id, at, kind, actor_kind, actor_id, actor_name, address, subject_type, subject_id, subject_name, access_id, details) VALUES (11, 1795915271743, 'role.created', 'app', NULL, NULL, NULL, 'role', 'a8q960nnp1nqp62mzjcgr5fx', 'Strapi full access', NULL, '{"changes":[{"field":"kind","before":[],"after":["full-access"]},{"field":"drafts","before":[],"after":["true"]}]}');
INSERT INTO public.api_access_activity (id, at, kind, actor_kind, actor_id, actor_name, address, subject_type, subject_id, subject_name, access_id, details) VALUES (12, 1795915271769, 'key.moved', 'app', NULL, NULL, NULL, 'key', 'v9mxwz08lf1ut8yzz5pqaym3', 'moved', 'jZ9T3bYuumIC', '{"expiresAt":null,"changes":[{"field":"roles","before":[],"after":["Strapi full access"]}]}');
INSERT INTO public.api_access_alerts (key_id, kind, last_at) VALUES (1, 'denials', 1900000000000);
INSERT INTO public.api_access_credentials (key_id, access_id, prefix, name_key, secret_hash, mac, mac_key_id, secret_tag, hint, issued_at, expires_at, revoked_at, owner_kind, owner_id, networks, role_set, rate_requests, rate_seconds, last_used_at, uses, notice_at) VALUES (3, 'kf0aZZLd2nKN', 'sak', NULL, '$argon2id$v=19$m=19456,p=1,t=2$H8I6RaTqovCqFm4MWNY3jQ$XqczJcu6hzkV5O7F9j3LyqEh/LTmPNI0WFMYPX65gJY', 'jl8o7msMl8UTcckXlE_-jNimUGRjvJux2c3H8_ChLbU', '5a63f74c85d8bd6e', '0c3db6a2', 'sak_kf0aZZLd2nKN_••••WZeu', 1795915271425, NULL, 1795915271533, NULL, NULL, NULL, '4', NULL, NULL, NULL, 0, 0);
INSERT INTO public.api_access_credentials (key_id, access_id, prefix, name_key, secret_hash, mac, mac_key_id, secret_tag, hint, issued_at, expires_at, revoked_at, owner_kind, owner_id, networks, role_set, rate_requests, rate_seconds, last_used_at, uses, notice_at) VALUES (4, 'D3a8vstN3tF5', 'sak', 'fa64ea1e82e1206f828ab2a02917c7e92accb98e3b95881a1b4ad52b914b66e3', '$argon2id$v=19$m=19456,p=1,t=2$E0EdSwlTxlXY9LyEg3F5cQ$MiYIm5iY+l9uITyi64v2YsAj1uz1FK/iYjpl6ERS3Yc', 'KxmNOjnaUPhgRNBCgbWT5cjBliovYjRafy3frVv5nU4', '5a63f74c85d8bd6e', '34cff7bf', 'sak_D3a8vstN3tF5_••••962K', 1795915271552, 1795915270603, NULL, NULL, NULL, NULL, '3', NULL, NULL, NULL, 0, 0);
INSERT INTO public.api_access_credentials (key_id, access_id, prefix, name_key, secret_hash, mac, mac_key_id, secret_tag, hint, issued_at, expires_at, revoked_at, owner_kind, owner_id, networks, role_set, rate_requests, rate_seconds, last_used_at, uses, notice_at) VALUES (1, 'yo0xARqBdxRF', 'sak', '247610f4dedd4ab7247d07dbda19c81ca9817f85820742cad49d407ffae9e4ed', '$argon2id$v=19$m=19456,p=1,t=2$q4HTgvGBLizi4qNTNfC+OA$93y96VhaTE0NBH/FG8z8vdbEVhvVymmWHCe7kN89KPs', 'M4OJQPNKv0mU-PbD9d7FHxYJ8YnbAMeGcu48ITz8wv0', '5a63f74c85d8bd6e', '87472b2f', 'sak_yo0xARqBdxRF_••••DEHv', 1795915271044, 4102401600000, NULL, NULL, NULL, '["127.0.0.0/8","::1"]', '3', 1000, 60, 1795915271786, 1, 0);
INSERT INTO public.api_access_credentials (key_id, access_id, prefix, name_key, secret_hash, mac, mac_key_id, secret_tag, hint, issued_at, expires_at, revoked_at, owner_kind, owner_id, networks, role_set, rate_requests, rate_seconds, last_used_at, uses, notice_at) VALUES (2, 'APjdA7tMQc7r', 'sak', '548e56fceb6ba189d7cd154c1a0af13de44f8cbfdb454a98ee9ebf3c10d30479', '$argon2id$v=19$m=19456,p=1,t=2$DPaG177Hg5/EKv1CrcRFkA$W+pogjwF54MCr9tatEt7vleyOp+4fLNihBPGhcJyz7I', 'N_Ry_1uTEs7yPc7E04rTE184Ltj1ZOa8Eet1fB8Q80k', '5a63f74c85d8bd6e', 'e91e191c', 'sak_APjdA7tMQc7r_••••xBP2', 1795915271199, NULL, NULL, NULL, NULL, NULL, '3', NULL, NULL, 1795915271811, 1, 0);
INSERT INTO public.api_access_credentials (key_id, access_id, prefix, name_key, secret_hash, mac, mac_key_id, secret_tag, hint, issued_at, expires_at, revoked_at, owner_kind, owner_id, networks, role_set, rate_requests, rate_seconds, last_used_at, uses, notice_at) VALUES (5, 'aQ4BKGbajLzl', 'sak', '8cb68d6318fa29c8f3f3aa946ab1d0295374dd5fc5dc6a052c70d0750aa4c5ae', '$argon2id$v=19$m=19456,p=1,t=2$SwfD/kE6od/GkMIJ1kJ8ZQ$/QlVC4P4+Jn/LUeSot/pm3f18fqlOjnWjpILJlJBP5o', 'O6DRi7mUPFMy7U7S7YhuMRtYjFMh5r5dkf989lapdqk', '5a63f74c85d8bd6e', '935cd305', 'sak_aQ4BKGbajLzl_••••jnXz', 1795915271641, 4102401600000, NULL, 'admin', 'gwb3wras7wxppnh29sfu6lgj', NULL, '3', NULL, NULL, 1795915271846, 1, 0);
INSERT INTO public.api_access_credentials (key_id, access_id, prefix, name_key, secret_hash, mac, mac_key_id, secret_tag, hint, issued_at, expires_at, revoked_at, owner_kind, owner_id, networks, role_set, rate_requests, rate_seconds, last_used_at, uses, notice_at) VALUES (6, 'jZ9T3bYuumIC', 'sak', '5edd1832df25e2f1a72585c0ee55c1e585e7f4902eb1d15f7abf1c71c1b296ae', '', '', '', '', '', 1795915271703, NULL, NULL, NULL, NULL, NULL, '5', NULL, NULL, 1795915271878, 2, 0);
INSERT INTO public.api_access_denial_minutes (key_id, minute, kind, count, first_at, last_at, last_address) VALUES (1, 29931921, 'denials', 1, 1795915271790, 1795915271790, '127.0.0.1');
INSERT INTO public.api_access_denial_minutes (key_id, minute, kind, count, first_at, last_at, last_address) VALUES (2, 29931921, 'denials', 1, 1795915271817, 1795915271817, '127.0.0.1');
INSERT INTO public.api_access_denial_minutes (key_id, minute, kind, count, first_at, last_at, last_address) VALUES (3, 29931921, 'revoked', 2, 1795915271821, 1795915271824, '127.0.0.1');
INSERT INTO public.api_access_denial_minutes (key_id, minute, kind, count, first_at, last_at, last_address) VALUES (4, 29931921, 'expired', 2, 1795915271827, 1795915271831, '127.0.0.1');
INSERT INTO public.api_access_denial_minutes (key_id, minute, kind, count, first_at, last_at, last_address) VALUES (5, 29931921, 'denials', 1, 1795915271855, 1795915271855, '127.0.0.1');
INSERT INTO public.api_access_denial_minutes (key_id, minute, kind, count, first_at, last_at, last_address) VALUES (1, 31666666, 'denials', 1, 1900000000000, 1900000000000, NULL);
INSERT INTO public.api_access_denials (key_id, day, reason, action, count, last_at, last_address) VALUES (1, '2026-11-29', 'insufficient_scope', 'api::category.category.find', 1, 1795915271790, '127.0.0.1');
INSERT INTO public.api_access_denials (key_id, day, reason, action, count, last_at, last_address) VALUES (2, '2026-11-29', 'insufficient_scope', 'api::category.category.find', 1, 1795915271817, '127.0.0.1');
INSERT INTO public.api_access_denials (key_id, day, reason, action, count, last_at, last_address) VALUES (3, '2026-11-29', 'revoked_token', '', 2, 1795915271824, '127.0.0.1');
INSERT INTO public.api_access_denials (key_id, day, reason, action, count, last_at, last_address) VALUES (4, '2026-11-29', 'expired_token', '', 2, 1795915271831, '127.0.0.1');
INSERT INTO public.api_access_denials (key_id, day, reason, action, count, last_at, last_address) VALUES (5, '2026-11-29', 'insufficient_scope', 'api::category.category.find', 1, 1795915271855, '127.0.0.1');
INSERT INTO public.api_access_epoch (id, value) VALUES (1, 'ec33113b-34fe-40e6-b5ea-c926ff922ec7');
INSERT INTO public.api_access_forged_uses (key_id, day, count, last_at) VALUES (1, '2026-11-29', 1, 1795915271882);
INSERT INTO public.api_access_keys (id, document_id, name, description, type, technical_owner, created_by_name, last_issued_by, revoked_by_name, revision, created_at, updated_at, published_at, created_by_id, updated_by_id) VALUES (1, 'mgbo1vahfim878vwa0sxcds1', 'live', 'Used, refused, and forged', 'api-key', '{"name": "Söhne & Co", "emails": ["ops@example.com"]}', NULL, NULL, NULL, 0, '2026-11-29 01:21:11.089', '2026-11-29 01:21:11.089', '2026-11-29 01:21:11.089', NULL, NULL);
INSERT INTO public.api_access_keys (id, document_id, name, description, type, technical_owner, created_by_name, last_issued_by, revoked_by_name, revision, created_at, updated_at, published_at, created_by_id, updated_by_id) VALUES (2, 'x3sm2ouwzlqeu6i230h34exn', 'successor', NULL, 'api-key', NULL, 'Ada Admin', 'Ada Admin', NULL, 0, '2026-11-29 01:21:11.363', '2026-11-29 01:21:11.363', '2026-11-29 01:21:11.363', NULL, NULL);
INSERT INTO public.api_access_keys (id, document_id, name, description, type, technical_owner, created_by_name, last_issued_by, revoked_by_name, revision, created_at, updated_at, published_at, created_by_id, updated_by_id) VALUES (3, 'ox3ag1nuj1f8aol3uqve1kfb', 'revoked', NULL, 'api-key', NULL, NULL, NULL, NULL, 1, '2026-11-29 01:21:11.46', '2026-11-29 01:21:11.529', '2026-11-29 01:21:11.46', NULL, NULL);
INSERT INTO public.api_access_keys (id, document_id, name, description, type, technical_owner, created_by_name, last_issued_by, revoked_by_name, revision, created_at, updated_at, published_at, created_by_id, updated_by_id) VALUES (4, 'qmdu1r65zvaeokfb00cekqpx', 'expired', NULL, 'api-key', NULL, NULL, NULL, NULL, 0, '2026-11-29 01:21:11.579', '2026-11-29 01:21:11.579', '2026-11-29 01:21:11.58', NULL, NULL);
INSERT INTO public.api_access_keys (id, document_id, name, description, type, technical_owner, created_by_name, last_issued_by, revoked_by_name, revision, created_at, updated_at, published_at, created_by_id, updated_by_id) VALUES (5, 'k522x8b70w0i3o27qv5n1gqg', 'personal', NULL, 'personal', NULL, 'Ada Admin', 'Ada Admin', NULL, 0, '2026-11-29 01:21:11.674', '2026-11-29 01:21:11.674', '2026-11-29 01:21:11.675', NULL, NULL);
INSERT INTO public.api_access_keys (id, document_id, name, description, type, technical_owner, created_by_name, last_issued_by, revoked_by_name, revision, created_at, updated_at, published_at, created_by_id, updated_by_id) VALUES (6, 'v9mxwz08lf1ut8yzz5pqaym3', 'moved', NULL, 'api-key', NULL, NULL, NULL, NULL, 0, '2026-11-29 01:21:11.754', '2026-11-29 01:21:11.754', '2026-11-29 01:21:11.754', NULL, NULL);
INSERT INTO public.api_access_keys_author_lnk (id, api_access_id, user_id) VALUES (1, 2, 1);
INSERT INTO public.api_access_keys_replaces_lnk (id, api_access_id, inv_api_access_id) VALUES (1, 2, 1);
INSERT INTO public.api_access_keys_roles_lnk (id, api_access_id, api_access_role_id, api_access_role_ord) VALUES (1, 1, 3, 1);
INSERT INTO public.api_access_keys_roles_lnk (id, api_access_id, api_access_role_id, api_access_role_ord) VALUES (2, 2, 3, 1);
INSERT INTO public.api_access_keys_roles_lnk (id, api_access_id, api_access_role_id, api_access_role_ord) VALUES (3, 3, 4, 1);
INSERT INTO public.api_access_keys_roles_lnk (id, api_access_id, api_access_role_id, api_access_role_ord) VALUES (4, 4, 3, 1);
INSERT INTO public.api_access_keys_roles_lnk (id, api_access_id, api_access_role_id, api_access_role_ord) VALUES (5, 5, 3, 1);
INSERT INTO public.api_access_keys_roles_lnk (id, api_access_id, api_access_role_id, api_access_role_ord) VALUES (6, 6, 5, 1);
INSERT INTO public.api_access_keys_tags_lnk (id, api_access_id, api_access_tag_id, api_access_tag_ord) VALUES (1, 1, 1, 1);
INSERT INTO public.api_access_keys_tags_lnk (id, api_access_id, api_access_tag_id, api_access_tag_ord) VALUES (2, 1, 2, 2);
INSERT INTO public.api_access_keys_tags_lnk (id, api_access_id, api_access_tag_id, api_access_tag_ord) VALUES (3, 2, 1, 1);
INSERT INTO public.api_access_leases (job, holder, until) VALUES ('notices', 'nobody', 0);
INSERT INTO public.api_access_mails (id, kind, recipient, content, state, attempts, next_at, made_at, done_at, error) VALUES ('waiting', 'notice', 'ada@example.com', '[]', 'waiting', 0, 1900000000000, 1900000000000, NULL, NULL);
INSERT INTO public.api_access_migrations (name) VALUES ('0001-storage');
INSERT INTO public.api_access_migrations (name) VALUES ('0002-seeded-roles');
INSERT INTO public.api_access_migrations (name) VALUES ('0003-records');
INSERT INTO public.api_access_migrations (name) VALUES ('0004-list-indexes');
INSERT INTO public.api_access_migrations (name) VALUES ('0005-activity-actors');
INSERT INTO public.api_access_migrations (name) VALUES ('0006-usage-beside-credentials');
INSERT INTO public.api_access_migrations (name) VALUES ('0007-notices');
INSERT INTO public.api_access_migrations (name) VALUES ('0008-forged-uses');
INSERT INTO public.api_access_migrations (name) VALUES ('0009-alerts');
INSERT INTO public.api_access_migrations (name) VALUES ('0010-list-access-ids');
INSERT INTO public.api_access_migrations (name) VALUES ('0011-strapi-tokens');
INSERT INTO public.api_access_notice_recipients (key_id, expires_at, days, recipient, part) VALUES (1, 2000000000000, 30, 'ada@example.com', 'author');
INSERT INTO public.api_access_notices (key_id, expires_at, days, at) VALUES (1, 2000000000000, 30, 1900000000000);
INSERT INTO public.api_access_permission_uses (key_id, action, last_day) VALUES (1, 'api::article.article.find', '2026-11-29');
INSERT INTO public.api_access_permission_uses (key_id, action, last_day) VALUES (2, 'api::article.article.find', '2026-11-29');
INSERT INTO public.api_access_permission_uses (key_id, action, last_day) VALUES (5, 'api::article.article.find', '2026-11-29');
INSERT INTO public.api_access_permission_uses (key_id, action, last_day) VALUES (6, 'api::article.article.find', '2026-11-29');
INSERT INTO public.api_access_permission_uses (key_id, action, last_day) VALUES (6, 'api::category.category.find', '2026-11-29');
INSERT INTO public.api_access_roles (id, document_id, code, name, name_key, description, kind, permissions, drafts, revision, created_at, updated_at, published_at, created_by_id, updated_by_id) VALUES (1, 'g0et1j64k2p25wta8g86rztw', 'read-only', 'Read only', '1e5e3ce20c720a1021d8f9f5e8f7c3055a97315c79230508bbd37b08502208db', 'Everything that a GET can read.', 'read-only', '[]', false, 0, '2026-11-29 01:20:41.357', '2026-11-29 01:20:41.357', '2026-11-29 01:20:41.357', NULL, NULL);
INSERT INTO public.api_access_roles (id, document_id, code, name, name_key, description, kind, permissions, drafts, revision, created_at, updated_at, published_at, created_by_id, updated_by_id) VALUES (2, 'nq0slw2ly0677fmyqqm7tjv6', 'full-access', 'Full access', '8f6b03a2f8ede44fadf78dda53162eeb3b0ca16ee27368af7b76c90a6b416b7e', 'Every action of the content API.', 'full-access', '[]', false, 0, '2026-11-29 01:20:41.361', '2026-11-29 01:20:41.361', '2026-11-29 01:20:41.362', NULL, NULL);
INSERT INTO public.api_access_roles (id, document_id, code, name, name_key, description, kind, permissions, drafts, revision, created_at, updated_at, published_at, created_by_id, updated_by_id) VALUES (3, 'o8w1e8pgty9f0cq72ukktbeg', 'reader', 'Reader', '3d0941964aa3ebdcb00ccef58b1bb399f9f898465e9886d5aec7f31090a0fb30', NULL, 'custom', '["api::article.article.find"]', false, 0, '2026-11-29 01:21:11.02', '2026-11-29 01:21:11.02', '2026-11-29 01:21:11.021', NULL, NULL);
INSERT INTO public.api_access_roles (id, document_id, code, name, name_key, description, kind, permissions, drafts, revision, created_at, updated_at, published_at, created_by_id, updated_by_id) VALUES (4, 'qspx3ght5psbib5mme8owze7', 'reader-of-drafts', 'Reader of drafts', '14cf5a86df86a3064fed2077fcd941f11ed2d58bc704cf0cdc43bf78f6c5fdb7', NULL, 'custom', '["api::article.article.find"]', true, 0, '2026-11-29 01:21:11.409', '2026-11-29 01:21:11.409', '2026-11-29 01:21:11.409', NULL, NULL);
INSERT INTO public.api_access_roles (id, document_id, code, name, name_key, description, kind, permissions, drafts, revision, created_at, updated_at, published_at, created_by_id, updated_by_id) VALUES (5, 'a8q960nnp1nqp62mzjcgr5fx', 'strapi-full-access', 'Strapi full access', 'd5f2019fe4a2f624151aa3fec5b3f81ebe93d806987926b1fe8c0b6ec7721b0a', NULL, 'full-access', '[]', true, 0, '2026-11-29 01:21:11.74', '2026-11-29 01:21:11.74', '2026-11-29 01:21:11.74', NULL, NULL);
INSERT INTO public.api_access_settings (id, value, revision, updated_at, updated_by) VALUES (1, '{"expiry":{"required":false,"defaultDays":null,"maxDays":null},"namingRules":[],"assignableRoles":[],"clearTextForAdminTokens":false,"personalTokens":{"maxTokens":5,"maxDays":null,"roles":["o8w1e8pgty9f0cq72ukktbeg"],"defaultRoles":["o8w1e8pgty9f0cq72ukktbeg"]},"notices":{"isOn":true,"days":[30,7,1],"onExpiry":true,"hour":8,"timeZone":"UTC","recipients":[]},"alerts":{"isOn":true,"denials":100,"windowMinutes":10,"endedTokens":true,"recipients":[]},"retention":{"activityDays":365,"usageDays":400},"rateLimit":null}', 1, 1795915271604, 'Test');
INSERT INTO public.api_access_states (name, value) VALUES ('notices', '{"lastRunSent":3}');
INSERT INTO public.api_access_strapi_tokens (key_id, access_key, original) VALUES (6, '3e702cbbc9d79cbf88fe3d95e0dfdcf7bd742e336aabda80a0f60cf5aeb2f98e5943061163d84f3a1acc61071548a0f020b350b7a62e4c4570313f28ddaa7a1a', '{"name":"moved","description":"","type":"full-access","encryptedKey":"v1:396dae90622e05e8aeab244675fd40b8:61eae2f2ea320a3579934b199db711f847c5b0ebf3316b1052c1e491ad87dd739033f11e4abc2cae83a6ea613a6a0bf0159e64593ebb9e32266d12391e0e698b8e35a9e586ca31d212d25ed39b5fa918e3c2b8a591960e9bbaf71185b6a1822c9c7e16ceecb1b3627c4c53cc907ad9a96cf0959d71058ac5a9220022c03ac4e721aea65749cd3ebb72321bf32e37948fcb60db44791249825e7e117f085f09cf63a7807cf604e0f63a1ab77bf1b06a84daa223777cf0be6f603e78cd303dc659f6d7522bccf9439ecaf7e035f966146b6f11b475deb129151e72c2df07da5304cd23181495d0d0130a332140854a193200f5d3d4ff8a15fab7878e6e9d777bd4:225909d3a97f56646693ba2b408bab97","lifespan":null,"createdAt":"2026-11-29T01:21:11.703Z","expiresAt":null,"lastUsedAt":null,"actions":[]}');
INSERT INTO public.api_access_tags (id, document_id, name, name_key, created_at, updated_at, published_at, created_by_id, updated_by_id) VALUES (1, 'om0yk3nn43msv9a1vg7ujdye', 'prod', '6754af9632a2745e85c293e5aac0863370d9bd3330b9938c00cadfd215227d77', '2026-11-29 01:21:11.08', '2026-11-29 01:21:11.08', '2026-11-29 01:21:11.08', NULL, NULL);
INSERT INTO public.api_access_tags (id, document_id, name, name_key, created_at, updated_at, published_at, created_by_id, updated_by_id) VALUES (2, 'ldeurqppaw8wipl9avqyxdfx', 'mobile app', '65c03a88782e3836de062de72dc58a403d6d4685a7cc4f1e23d7ddef7d902617', '2026-11-29 01:21:11.084', '2026-11-29 01:21:11.084', '2026-11-29 01:21:11.085', NULL, NULL);
INSERT INTO public.api_access_usage_days (key_id, day, allowed, denied) VALUES (1, '2026-11-29', 1, 1);
INSERT INTO public.api_access_usage_days (key_id, day, allowed, denied) VALUES (2, '2026-11-29', 1, 1);
INSERT INTO public.api_access_usage_days (key_id, day, allowed, denied) VALUES (3, '2026-11-29', 0, 2);
INSERT INTO public.api_access_usage_days (key_id, day, allowed, denied) VALUES (4, '2026-11-29', 0, 2);
INSERT INTO public.api_access_usage_days (key_id, day, allowed, denied) VALUES (5, '2026-11-29', 1, 1);
INSERT INTO public.api_access_usage_days (key_id, day, allowed, denied) VALUES (6, '2026-11-29', 2, 0);
INSERT INTO public.api_access_usage_totals (key_id, allowed, denied, last_used_at, last_address) VALUES (1, 1, 1, 1795915271786, '127.0.0.1');
INSERT INTO public.api_access_usage_totals (key_id, allowed, denied, last_used_at, last_address) VALUES (2, 1, 1, 1795915271811, '127.0.0.1');
INSERT INTO public.api_access_usage_totals (key_id, allowed, denied, last_used_at, last_address) VALUES (3, 0, 2, NULL, NULL);
INSERT INTO public.api_access_usage_totals (key_id, allowed, denied, last_used_at, last_address) VALUES (4, 0, 2, NULL, NULL);
INSERT INTO public.api_access_usage_totals (key_id, allowed, denied, last_used_at, last_address) VALUES (5, 1, 1, 1795915271846, '127.0.0.1');
INSERT INTO public.api_access_usage_totals (key_id, allowed, denied, last_used_at, last_address) VALUES (6, 2, 0, 1795915271878, '127.0.0.1');
SELECT pg_catalog.setval('public.api_access_activity_id_seq', 12, true);
SELECT pg_catalog.setval('public.api_access_keys_author_lnk_id_seq', 1, true);
SELECT pg_catalog.setval('public.api_access_keys_id_seq', 6, true);
SELECT pg_catalog.setval('public.api_access_keys_replaces_lnk_id_seq', 1, true);
SELECT pg_catalog.setval('public.api_access_keys_roles_lnk_id_seq', 6, true);
SELECT pg_catalog.setval('public.api_access_keys_tags_lnk_id_seq', 3, true);
SELECT pg_catalog.setval('public.api_access_roles_id_seq', 5, true);
SELECT pg_catalog.setval('public.api_access_tags_id_seq', 2, true);
ALTER TABLE ONLY public.api_access_activity
    ADD CONSTRAINT api_access_activity_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.api_access_alerts
    ADD CONSTRAINT api_access_alerts_pkey PRIMARY KEY (key_id, kind);
ALTER TABLE ONLY public.api_access_credentials
    ADD CONSTRAINT api_access_credentials_access_id_uq UNIQUE (access_id);
ALTER TABLE ONLY public.api_access_credentials
    ADD CONSTRAINT api_access_credentials_name_key_uq UNIQUE (name_key);
ALTER TABLE ONLY public.api_access_credentials
    ADD CONSTRAINT api_access_credentials_pkey PRIMARY KEY (key_id);
ALTER TABLE ONLY public.api_access_denial_minutes
    ADD CONSTRAINT api_access_denial_minutes_pkey PRIMARY KEY (key_id, minute, kind);
ALTER TABLE ONLY public.api_access_denials
    ADD CONSTRAINT api_access_denials_pkey PRIMARY KEY (key_id, day, reason, action);
ALTER TABLE ONLY public.api_access_epoch
    ADD CONSTRAINT api_access_epoch_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.api_access_forged_uses
    ADD CONSTRAINT api_access_forged_uses_pkey PRIMARY KEY (key_id, day);
ALTER TABLE ONLY public.api_access_keys_author_lnk
    ADD CONSTRAINT api_access_keys_author_lnk_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.api_access_keys_author_lnk
    ADD CONSTRAINT api_access_keys_author_lnk_uq UNIQUE (api_access_id, user_id);
ALTER TABLE ONLY public.api_access_keys
    ADD CONSTRAINT api_access_keys_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.api_access_keys_replaces_lnk
    ADD CONSTRAINT api_access_keys_replaces_lnk_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.api_access_keys_replaces_lnk
    ADD CONSTRAINT api_access_keys_replaces_lnk_uq UNIQUE (api_access_id, inv_api_access_id);
ALTER TABLE ONLY public.api_access_keys_roles_lnk
    ADD CONSTRAINT api_access_keys_roles_lnk_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.api_access_keys_roles_lnk
    ADD CONSTRAINT api_access_keys_roles_lnk_uq UNIQUE (api_access_id, api_access_role_id);
ALTER TABLE ONLY public.api_access_keys_tags_lnk
    ADD CONSTRAINT api_access_keys_tags_lnk_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.api_access_keys_tags_lnk
    ADD CONSTRAINT api_access_keys_tags_lnk_uq UNIQUE (api_access_id, api_access_tag_id);
ALTER TABLE ONLY public.api_access_leases
    ADD CONSTRAINT api_access_leases_pkey PRIMARY KEY (job);
ALTER TABLE ONLY public.api_access_mails
    ADD CONSTRAINT api_access_mails_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.api_access_migrations
    ADD CONSTRAINT api_access_migrations_pkey PRIMARY KEY (name);
ALTER TABLE ONLY public.api_access_notice_recipients
    ADD CONSTRAINT api_access_notice_recipients_pkey PRIMARY KEY (recipient, key_id, expires_at, days);
ALTER TABLE ONLY public.api_access_notices
    ADD CONSTRAINT api_access_notices_pkey PRIMARY KEY (key_id, expires_at, days);
ALTER TABLE ONLY public.api_access_permission_uses
    ADD CONSTRAINT api_access_permission_uses_pkey PRIMARY KEY (key_id, action);
ALTER TABLE ONLY public.api_access_roles
    ADD CONSTRAINT api_access_roles_code_uq UNIQUE (code);
ALTER TABLE ONLY public.api_access_roles
    ADD CONSTRAINT api_access_roles_name_uq UNIQUE (name_key);
ALTER TABLE ONLY public.api_access_roles
    ADD CONSTRAINT api_access_roles_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.api_access_settings
    ADD CONSTRAINT api_access_settings_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.api_access_states
    ADD CONSTRAINT api_access_states_pkey PRIMARY KEY (name);
ALTER TABLE ONLY public.api_access_strapi_tokens
    ADD CONSTRAINT api_access_strapi_tokens_access_key_uq UNIQUE (access_key);
ALTER TABLE ONLY public.api_access_strapi_tokens
    ADD CONSTRAINT api_access_strapi_tokens_pkey PRIMARY KEY (key_id);
ALTER TABLE ONLY public.api_access_tags
    ADD CONSTRAINT api_access_tags_name_uq UNIQUE (name_key);
ALTER TABLE ONLY public.api_access_tags
    ADD CONSTRAINT api_access_tags_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.api_access_usage_days
    ADD CONSTRAINT api_access_usage_days_pkey PRIMARY KEY (key_id, day);
ALTER TABLE ONLY public.api_access_usage_totals
    ADD CONSTRAINT api_access_usage_totals_pkey PRIMARY KEY (key_id);
CREATE INDEX api_access_activity_actor_idx ON public.api_access_activity USING btree (actor_name, at, id);
CREATE INDEX api_access_activity_at_idx ON public.api_access_activity USING btree (at, id);
CREATE INDEX api_access_activity_kind_idx ON public.api_access_activity USING btree (kind, at);
CREATE INDEX api_access_activity_subject_idx ON public.api_access_activity USING btree (subject_id, at);
CREATE INDEX api_access_credentials_access_idx ON public.api_access_credentials USING btree (owner_kind, revoked_at, access_id, key_id);
CREATE INDEX api_access_credentials_expires_at_idx ON public.api_access_credentials USING btree (expires_at);
CREATE INDEX api_access_credentials_list_idx ON public.api_access_credentials USING btree (owner_kind, revoked_at, expires_at, issued_at, key_id);
CREATE INDEX api_access_credentials_living_idx ON public.api_access_credentials USING btree (owner_kind, revoked_at, key_id);
CREATE INDEX api_access_credentials_notice_at_idx ON public.api_access_credentials USING btree (notice_at, key_id);
CREATE INDEX api_access_credentials_owner_idx ON public.api_access_credentials USING btree (owner_kind, owner_id);
CREATE INDEX api_access_credentials_used_idx ON public.api_access_credentials USING btree (owner_kind, revoked_at, last_used_at, issued_at, expires_at, key_id);
CREATE INDEX api_access_credentials_uses_idx ON public.api_access_credentials USING btree (owner_kind, revoked_at, uses, key_id);
CREATE INDEX api_access_denial_minutes_minute_idx ON public.api_access_denial_minutes USING btree (minute);
CREATE INDEX api_access_denials_reason_idx ON public.api_access_denials USING btree (reason, day);
CREATE INDEX api_access_keys_author_lnk_fk ON public.api_access_keys_author_lnk USING btree (api_access_id);
CREATE INDEX api_access_keys_author_lnk_ifk ON public.api_access_keys_author_lnk USING btree (user_id);
CREATE INDEX api_access_keys_created_at_idx ON public.api_access_keys USING btree (created_at);
CREATE INDEX api_access_keys_created_by_id_fk ON public.api_access_keys USING btree (created_by_id);
CREATE INDEX api_access_keys_documents_idx ON public.api_access_keys USING btree (document_id, published_at);
CREATE INDEX api_access_keys_issued_by_idx ON public.api_access_keys USING btree (last_issued_by);
CREATE INDEX api_access_keys_name_idx ON public.api_access_keys USING btree (name);
CREATE INDEX api_access_keys_replaces_lnk_fk ON public.api_access_keys_replaces_lnk USING btree (api_access_id);
CREATE INDEX api_access_keys_replaces_lnk_ifk ON public.api_access_keys_replaces_lnk USING btree (inv_api_access_id);
CREATE INDEX api_access_keys_roles_lnk_fk ON public.api_access_keys_roles_lnk USING btree (api_access_id);
CREATE INDEX api_access_keys_roles_lnk_ifk ON public.api_access_keys_roles_lnk USING btree (api_access_role_id);
CREATE INDEX api_access_keys_roles_lnk_ofk ON public.api_access_keys_roles_lnk USING btree (api_access_role_ord);
CREATE INDEX api_access_keys_tags_lnk_fk ON public.api_access_keys_tags_lnk USING btree (api_access_id);
CREATE INDEX api_access_keys_tags_lnk_ifk ON public.api_access_keys_tags_lnk USING btree (api_access_tag_id);
CREATE INDEX api_access_keys_tags_lnk_ofk ON public.api_access_keys_tags_lnk USING btree (api_access_tag_ord);
CREATE INDEX api_access_keys_updated_at_idx ON public.api_access_keys USING btree (updated_at);
CREATE INDEX api_access_keys_updated_by_id_fk ON public.api_access_keys USING btree (updated_by_id);
CREATE INDEX api_access_mails_done_at_idx ON public.api_access_mails USING btree (done_at);
CREATE INDEX api_access_mails_next_at_idx ON public.api_access_mails USING btree (state, next_at);
CREATE INDEX api_access_notices_expires_at_idx ON public.api_access_notices USING btree (expires_at);
CREATE INDEX api_access_permission_uses_action_idx ON public.api_access_permission_uses USING btree (action, last_day);
CREATE INDEX api_access_roles_created_by_id_fk ON public.api_access_roles USING btree (created_by_id);
CREATE INDEX api_access_roles_documents_idx ON public.api_access_roles USING btree (document_id, published_at);
CREATE INDEX api_access_roles_updated_by_id_fk ON public.api_access_roles USING btree (updated_by_id);
CREATE INDEX api_access_tags_created_by_id_fk ON public.api_access_tags USING btree (created_by_id);
CREATE INDEX api_access_tags_documents_idx ON public.api_access_tags USING btree (document_id, published_at);
CREATE INDEX api_access_tags_updated_by_id_fk ON public.api_access_tags USING btree (updated_by_id);
CREATE INDEX api_access_usage_totals_last_used_at_idx ON public.api_access_usage_totals USING btree (last_used_at);
CREATE INDEX api_access_usage_totals_list_idx ON public.api_access_usage_totals USING btree (key_id, last_used_at, allowed);
ALTER TABLE ONLY public.api_access_keys_author_lnk
    ADD CONSTRAINT api_access_keys_author_lnk_fk FOREIGN KEY (api_access_id) REFERENCES public.api_access_keys(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.api_access_keys_author_lnk
    ADD CONSTRAINT api_access_keys_author_lnk_ifk FOREIGN KEY (user_id) REFERENCES public.admin_users(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.api_access_keys
    ADD CONSTRAINT api_access_keys_created_by_id_fk FOREIGN KEY (created_by_id) REFERENCES public.admin_users(id) ON DELETE SET NULL;
ALTER TABLE ONLY public.api_access_keys_replaces_lnk
    ADD CONSTRAINT api_access_keys_replaces_lnk_fk FOREIGN KEY (api_access_id) REFERENCES public.api_access_keys(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.api_access_keys_replaces_lnk
    ADD CONSTRAINT api_access_keys_replaces_lnk_ifk FOREIGN KEY (inv_api_access_id) REFERENCES public.api_access_keys(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.api_access_keys_roles_lnk
    ADD CONSTRAINT api_access_keys_roles_lnk_fk FOREIGN KEY (api_access_id) REFERENCES public.api_access_keys(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.api_access_keys_roles_lnk
    ADD CONSTRAINT api_access_keys_roles_lnk_ifk FOREIGN KEY (api_access_role_id) REFERENCES public.api_access_roles(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.api_access_keys_tags_lnk
    ADD CONSTRAINT api_access_keys_tags_lnk_fk FOREIGN KEY (api_access_id) REFERENCES public.api_access_keys(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.api_access_keys_tags_lnk
    ADD CONSTRAINT api_access_keys_tags_lnk_ifk FOREIGN KEY (api_access_tag_id) REFERENCES public.api_access_tags(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.api_access_keys
    ADD CONSTRAINT api_access_keys_updated_by_id_fk FOREIGN KEY (updated_by_id) REFERENCES public.admin_users(id) ON DELETE SET NULL;
ALTER TABLE ONLY public.api_access_roles
    ADD CONSTRAINT api_access_roles_created_by_id_fk FOREIGN KEY (created_by_id) REFERENCES public.admin_users(id) ON DELETE SET NULL;
ALTER TABLE ONLY public.api_access_roles
    ADD CONSTRAINT api_access_roles_updated_by_id_fk FOREIGN KEY (updated_by_id) REFERENCES public.admin_users(id) ON DELETE SET NULL;
ALTER TABLE ONLY public.api_access_tags
    ADD CONSTRAINT api_access_tags_created_by_id_fk FOREIGN KEY (created_by_id) REFERENCES public.admin_users(id) ON DELETE SET NULL;
ALTER TABLE ONLY public.api_access_tags
    ADD CONSTRAINT api_access_tags_updated_by_id_fk FOREIGN KEY (updated_by_id) REFERENCES public.admin_users(id) ON DELETE SET NULL;
