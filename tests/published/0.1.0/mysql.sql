CREATE TABLE `api_access_activity` (
  `id` bigint(20) unsigned NOT NULL AUTO_INCREMENT,
  `at` bigint(20) NOT NULL,
  `kind` varchar(32) NOT NULL,
  `actor_kind` varchar(16) NOT NULL,
  `actor_id` varchar(64) DEFAULT NULL,
  `actor_name` varchar(255) DEFAULT NULL,
  `address` varchar(64) DEFAULT NULL,
  `subject_type` varchar(16) DEFAULT NULL,
  `subject_id` varchar(64) DEFAULT NULL,
  `subject_name` varchar(255) DEFAULT NULL,
  `access_id` varchar(12) DEFAULT NULL,
  `details` mediumtext NOT NULL,
  PRIMARY KEY (`id`),
  KEY `api_access_activity_at_idx` (`at`,`id`),
  KEY `api_access_activity_subject_idx` (`subject_id`,`at`),
  KEY `api_access_activity_kind_idx` (`kind`,`at`),
  KEY `api_access_activity_actor_idx` (`actor_name`,`at`,`id`)
) ENGINE=InnoDB AUTO_INCREMENT=13 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
INSERT INTO `api_access_activity` (`id`, `at`, `kind`, `actor_kind`, `actor_id`, `actor_name`, `address`, `subject_type`, `subject_id`, `subject_name`, `access_id`, `details`) VALUES (1,1795915276098,'role.created','app',NULL,NULL,NULL,'role','sbnohsarl5u1naojwmtzl9e2','Reader',NULL,'{\"changes\":[{\"field\":\"kind\",\"before\":[],\"after\":[\"custom\"]},{\"field\":\"drafts\",\"before\":[],\"after\":[\"false\"]}],\"added\":[\"api::article.article.find\"]}');
INSERT INTO `api_access_activity` (`id`, `at`, `kind`, `actor_kind`, `actor_id`, `actor_name`, `address`, `subject_type`, `subject_id`, `subject_name`, `access_id`, `details`) VALUES (2,1795915276223,'tag.created','app',NULL,NULL,NULL,'tag','or9tfb22qg2z836ztuwcgsf3','prod',NULL,'{}');
INSERT INTO `api_access_activity` (`id`, `at`, `kind`, `actor_kind`, `actor_id`, `actor_name`, `address`, `subject_type`, `subject_id`, `subject_name`, `access_id`, `details`) VALUES (3,1795915276232,'tag.created','app',NULL,NULL,NULL,'tag','pfk2drovpyjnjtlvjq8fs2h8','mobile app',NULL,'{}');
INSERT INTO `api_access_activity` (`id`, `at`, `kind`, `actor_kind`, `actor_id`, `actor_name`, `address`, `subject_type`, `subject_id`, `subject_name`, `access_id`, `details`) VALUES (4,1795915276261,'key.created','app',NULL,NULL,NULL,'key','jtpm9rgtx2k9ooqmlzk4oo85','live','o4RH1nMg7gzI','{\"expiresAt\":\"2099-12-31T12:00:00.000Z\",\"changes\":[{\"field\":\"roles\",\"before\":[],\"after\":[\"Reader\"]},{\"field\":\"tags\",\"before\":[],\"after\":[\"mobile app\",\"prod\"]},{\"field\":\"networks\",\"before\":[],\"after\":[\"127.0.0.0/8\",\"::1\"]},{\"field\":\"rateLimit\",\"before\":[],\"after\":[\"1000 / 60 s\"]}]}');
INSERT INTO `api_access_activity` (`id`, `at`, `kind`, `actor_kind`, `actor_id`, `actor_name`, `address`, `subject_type`, `subject_id`, `subject_name`, `access_id`, `details`) VALUES (5,1795915276526,'key.created','admin','fxys9cq7ahrg287y98q2c7si','Ada Admin','127.0.0.1','key','m1csarvcflxjr54oxiwuj5zg','successor','4KSKa463pcOJ','{\"expiresAt\":null,\"changes\":[{\"field\":\"roles\",\"before\":[],\"after\":[\"Reader\"]},{\"field\":\"tags\",\"before\":[],\"after\":[\"prod\"]},{\"field\":\"author\",\"before\":[],\"after\":[\"Ada Admin\"]}]}');
INSERT INTO `api_access_activity` (`id`, `at`, `kind`, `actor_kind`, `actor_id`, `actor_name`, `address`, `subject_type`, `subject_id`, `subject_name`, `access_id`, `details`) VALUES (6,1795915276562,'role.created','app',NULL,NULL,NULL,'role','x6hhx9sucsx09w1wq5kzuy20','Reader of drafts',NULL,'{\"changes\":[{\"field\":\"kind\",\"before\":[],\"after\":[\"custom\"]},{\"field\":\"drafts\",\"before\":[],\"after\":[\"true\"]}],\"added\":[\"api::article.article.find\"]}');
INSERT INTO `api_access_activity` (`id`, `at`, `kind`, `actor_kind`, `actor_id`, `actor_name`, `address`, `subject_type`, `subject_id`, `subject_name`, `access_id`, `details`) VALUES (7,1795915276618,'key.created','app',NULL,NULL,NULL,'key','h4ad19fiyg7v40veu7ronw1a','revoked','eAURjW83m0JV','{\"expiresAt\":null,\"changes\":[{\"field\":\"roles\",\"before\":[],\"after\":[\"Reader of drafts\"]}]}');
INSERT INTO `api_access_activity` (`id`, `at`, `kind`, `actor_kind`, `actor_id`, `actor_name`, `address`, `subject_type`, `subject_id`, `subject_name`, `access_id`, `details`) VALUES (8,1795915276646,'key.revoked','app',NULL,NULL,NULL,'key','h4ad19fiyg7v40veu7ronw1a','revoked','eAURjW83m0JV','{}');
INSERT INTO `api_access_activity` (`id`, `at`, `kind`, `actor_kind`, `actor_id`, `actor_name`, `address`, `subject_type`, `subject_id`, `subject_name`, `access_id`, `details`) VALUES (9,1795915276721,'key.created','app',NULL,NULL,NULL,'key','pli3egr1fkjb3ag8q8nesfqd','expired','btESa0lZCjNc','{\"expiresAt\":\"2099-12-31T12:00:00.000Z\",\"changes\":[{\"field\":\"roles\",\"before\":[],\"after\":[\"Reader\"]}]}');
INSERT INTO `api_access_activity` (`id`, `at`, `kind`, `actor_kind`, `actor_id`, `actor_name`, `address`, `subject_type`, `subject_id`, `subject_name`, `access_id`, `details`) VALUES (10,1795915276842,'key.created','admin','fxys9cq7ahrg287y98q2c7si','Ada Admin','127.0.0.1','key','oejye01czjtfstbygfhietkj','personal','bjF9qCCKCsDr','{\"expiresAt\":\"2099-12-31T12:00:00.000Z\",\"changes\":[{\"field\":\"roles\",\"before\":[],\"after\":[\"Reader\"]}]}');
INSERT INTO `api_access_activity` (`id`, `at`, `kind`, `actor_kind`, `actor_id`, `actor_name`, `address`, `subject_type`, `subject_id`, `subject_name`, `access_id`, `details`) VALUES (11,1795915276906,'role.created','app',NULL,NULL,NULL,'role','mqmlwhmiorjhcgz9jzqeba89','Strapi full access',NULL,'{\"changes\":[{\"field\":\"kind\",\"before\":[],\"after\":[\"full-access\"]},{\"field\":\"drafts\",\"before\":[],\"after\":[\"true\"]}]}');
INSERT INTO `api_access_activity` (`id`, `at`, `kind`, `actor_kind`, `actor_id`, `actor_name`, `address`, `subject_type`, `subject_id`, `subject_name`, `access_id`, `details`) VALUES (12,1795915276937,'key.moved','app',NULL,NULL,NULL,'key','tv90e2t8brcasmlbr24llv1p','moved','iUtFmq39ogyp','{\"expiresAt\":null,\"changes\":[{\"field\":\"roles\",\"before\":[],\"after\":[\"Strapi full access\"]}]}');
CREATE TABLE `api_access_alerts` (
  `key_id` int(10) unsigned NOT NULL,
  `kind` varchar(16) NOT NULL,
  `last_at` bigint(20) NOT NULL,
  PRIMARY KEY (`key_id`,`kind`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
INSERT INTO `api_access_alerts` (`key_id`, `kind`, `last_at`) VALUES (1,'denials',1900000000000);
CREATE TABLE `api_access_credentials` (
  `key_id` int(10) unsigned NOT NULL,
  `access_id` varchar(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `prefix` varchar(16) NOT NULL,
  `name_key` varchar(64) DEFAULT NULL,
  `secret_hash` varchar(255) NOT NULL,
  `mac` varchar(64) NOT NULL,
  `mac_key_id` varchar(16) NOT NULL,
  `secret_tag` varchar(8) NOT NULL,
  `hint` varchar(64) NOT NULL,
  `issued_at` bigint(20) NOT NULL,
  `expires_at` bigint(20) DEFAULT NULL,
  `revoked_at` bigint(20) DEFAULT NULL,
  `owner_kind` varchar(8) DEFAULT NULL,
  `owner_id` varchar(64) DEFAULT NULL,
  `networks` text DEFAULT NULL,
  `role_set` varchar(700) NOT NULL,
  `rate_requests` int(10) unsigned DEFAULT NULL,
  `rate_seconds` int(10) unsigned DEFAULT NULL,
  `last_used_at` bigint(20) DEFAULT NULL,
  `uses` bigint(20) NOT NULL DEFAULT 0,
  `notice_at` bigint(20) DEFAULT 0,
  PRIMARY KEY (`key_id`),
  UNIQUE KEY `api_access_credentials_access_id_uq` (`access_id`),
  UNIQUE KEY `api_access_credentials_name_key_uq` (`name_key`),
  KEY `api_access_credentials_expires_at_idx` (`expires_at`),
  KEY `api_access_credentials_owner_idx` (`owner_kind`,`owner_id`),
  KEY `api_access_credentials_list_idx` (`owner_kind`,`revoked_at`,`expires_at`,`issued_at`,`key_id`),
  KEY `api_access_credentials_used_idx` (`owner_kind`,`revoked_at`,`last_used_at`,`issued_at`,`expires_at`,`key_id`),
  KEY `api_access_credentials_uses_idx` (`owner_kind`,`revoked_at`,`uses`,`key_id`),
  KEY `api_access_credentials_living_idx` (`owner_kind`,`revoked_at`,`key_id`),
  KEY `api_access_credentials_notice_at_idx` (`notice_at`,`key_id`),
  KEY `api_access_credentials_access_idx` (`owner_kind`,`revoked_at`,`access_id`,`key_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
INSERT INTO `api_access_credentials` (`key_id`, `access_id`, `prefix`, `name_key`, `secret_hash`, `mac`, `mac_key_id`, `secret_tag`, `hint`, `issued_at`, `expires_at`, `revoked_at`, `owner_kind`, `owner_id`, `networks`, `role_set`, `rate_requests`, `rate_seconds`, `last_used_at`, `uses`, `notice_at`) VALUES (1,'o4RH1nMg7gzI','sak','247610f4dedd4ab7247d07dbda19c81ca9817f85820742cad49d407ffae9e4ed','$argon2id$v=19$m=19456,p=1,t=2$VY/NOWcIww/vdDAHwLarVg$yVH9jWa3lS7v/+0cOL7X0cxMwgR/GJGxtf8BWPk6rAE','Me3smItCinHdkD08o4uB5nG2LYxNIgLUo6wUiUYRjsw','5a63f74c85d8bd6e','4c2a58dc','sak_o4RH1nMg7gzI_••••rYDu',1795915276105,4102401600000,NULL,NULL,NULL,'[\"127.0.0.0/8\",\"::1\"]','3',1000,60,1795915276957,1,0);
INSERT INTO `api_access_credentials` (`key_id`, `access_id`, `prefix`, `name_key`, `secret_hash`, `mac`, `mac_key_id`, `secret_tag`, `hint`, `issued_at`, `expires_at`, `revoked_at`, `owner_kind`, `owner_id`, `networks`, `role_set`, `rate_requests`, `rate_seconds`, `last_used_at`, `uses`, `notice_at`) VALUES (2,'4KSKa463pcOJ','sak','548e56fceb6ba189d7cd154c1a0af13de44f8cbfdb454a98ee9ebf3c10d30479','$argon2id$v=19$m=19456,p=1,t=2$pXA6ixlO/iznCsWilzO9jw$E4VrEC4CJrErPLVCw1DX2IqlYFMfcFW73nt+OoqeG9I','A1Yo-llMc4x35FsGeeyhK4mZsfBqpW4uhehNrji92qQ','5a63f74c85d8bd6e','64f44c50','sak_4KSKa463pcOJ_••••Lrdq',1795915276330,NULL,NULL,NULL,NULL,NULL,'3',NULL,NULL,1795915276972,1,0);
INSERT INTO `api_access_credentials` (`key_id`, `access_id`, `prefix`, `name_key`, `secret_hash`, `mac`, `mac_key_id`, `secret_tag`, `hint`, `issued_at`, `expires_at`, `revoked_at`, `owner_kind`, `owner_id`, `networks`, `role_set`, `rate_requests`, `rate_seconds`, `last_used_at`, `uses`, `notice_at`) VALUES (3,'eAURjW83m0JV','sak',NULL,'$argon2id$v=19$m=19456,p=1,t=2$Tv0kO3AMV6Q0WKheS7PomQ$WmG+RKPXAjaRfM8Igm8/qLetCxwK5y/86s6FLwnmV00','BRA-kejaYzAOAMEB3pj0g8ya5Ypfb0eoJXYCQmgL3Vw','5a63f74c85d8bd6e','7a4fa654','sak_eAURjW83m0JV_••••hWjj',1795915276571,NULL,1795915276643,NULL,NULL,NULL,'4',NULL,NULL,NULL,0,0);
INSERT INTO `api_access_credentials` (`key_id`, `access_id`, `prefix`, `name_key`, `secret_hash`, `mac`, `mac_key_id`, `secret_tag`, `hint`, `issued_at`, `expires_at`, `revoked_at`, `owner_kind`, `owner_id`, `networks`, `role_set`, `rate_requests`, `rate_seconds`, `last_used_at`, `uses`, `notice_at`) VALUES (4,'btESa0lZCjNc','sak','fa64ea1e82e1206f828ab2a02917c7e92accb98e3b95881a1b4ad52b914b66e3','$argon2id$v=19$m=19456,p=1,t=2$vI3/FQoMoaq0AQ1LY6iaNQ$JjL+Z+X0aE0yMEccSwFGnbt0HgJ2ghrDZKt58dY1Iow','xV-9yj2XqN2UsvpIeL83mQnIzgGbk-sDM33WUmmy8gI','5a63f74c85d8bd6e','0059c4c8','sak_btESa0lZCjNc_••••x9oR',1795915276659,1795915275740,NULL,NULL,NULL,NULL,'3',NULL,NULL,NULL,0,0);
INSERT INTO `api_access_credentials` (`key_id`, `access_id`, `prefix`, `name_key`, `secret_hash`, `mac`, `mac_key_id`, `secret_tag`, `hint`, `issued_at`, `expires_at`, `revoked_at`, `owner_kind`, `owner_id`, `networks`, `role_set`, `rate_requests`, `rate_seconds`, `last_used_at`, `uses`, `notice_at`) VALUES (5,'bjF9qCCKCsDr','sak','5b4b44bf9086327a7769a8da4338390700c236b9e24d60d7140c60a0fc9253c7','$argon2id$v=19$m=19456,p=1,t=2$vfaWSwYUcMdzEFzje2G8Hg$BdNvRVkYCkd+IaGoRHC/LgASzlm5mk1UKsntvCadGSQ','Gq3PyNydF_K7F4JTGn2Rpd_Oy1JqrO6qBZTT79SUl5U','5a63f74c85d8bd6e','b6079c3b','sak_bjF9qCCKCsDr_••••UTnH',1795915276794,4102401600000,NULL,'admin','fxys9cq7ahrg287y98q2c7si',NULL,'3',NULL,NULL,1795915276992,1,0);
INSERT INTO `api_access_credentials` (`key_id`, `access_id`, `prefix`, `name_key`, `secret_hash`, `mac`, `mac_key_id`, `secret_tag`, `hint`, `issued_at`, `expires_at`, `revoked_at`, `owner_kind`, `owner_id`, `networks`, `role_set`, `rate_requests`, `rate_seconds`, `last_used_at`, `uses`, `notice_at`) VALUES (6,'iUtFmq39ogyp','sak','5edd1832df25e2f1a72585c0ee55c1e585e7f4902eb1d15f7abf1c71c1b296ae','','','','','',1795915276861,NULL,NULL,NULL,NULL,NULL,'5',NULL,NULL,1795915277028,2,0);
CREATE TABLE `api_access_denials` (
  `key_id` int(10) unsigned NOT NULL,
  `day` varchar(10) NOT NULL,
  `reason` varchar(32) NOT NULL,
  `action` varchar(255) NOT NULL,
  `count` bigint(20) NOT NULL DEFAULT 0,
  `last_at` bigint(20) NOT NULL,
  `last_address` varchar(64) DEFAULT NULL,
  PRIMARY KEY (`key_id`,`day`,`reason`,`action`),
  KEY `api_access_denials_reason_idx` (`reason`,`day`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
INSERT INTO `api_access_denials` (`key_id`, `day`, `reason`, `action`, `count`, `last_at`, `last_address`) VALUES (1,'2026-11-29','insufficient_scope','api::category.category.find',1,1795915276960,'127.0.0.1');
INSERT INTO `api_access_denials` (`key_id`, `day`, `reason`, `action`, `count`, `last_at`, `last_address`) VALUES (2,'2026-11-29','insufficient_scope','api::category.category.find',1,1795915276975,'127.0.0.1');
INSERT INTO `api_access_denials` (`key_id`, `day`, `reason`, `action`, `count`, `last_at`, `last_address`) VALUES (3,'2026-11-29','revoked_token','',2,1795915276980,'127.0.0.1');
INSERT INTO `api_access_denials` (`key_id`, `day`, `reason`, `action`, `count`, `last_at`, `last_address`) VALUES (4,'2026-11-29','expired_token','',2,1795915276985,'127.0.0.1');
INSERT INTO `api_access_denials` (`key_id`, `day`, `reason`, `action`, `count`, `last_at`, `last_address`) VALUES (5,'2026-11-29','insufficient_scope','api::category.category.find',1,1795915276996,'127.0.0.1');
CREATE TABLE `api_access_denial_minutes` (
  `key_id` int(10) unsigned NOT NULL,
  `minute` bigint(20) NOT NULL,
  `kind` varchar(16) NOT NULL,
  `count` bigint(20) NOT NULL DEFAULT 0,
  `first_at` bigint(20) NOT NULL,
  `last_at` bigint(20) NOT NULL,
  `last_address` varchar(64) DEFAULT NULL,
  PRIMARY KEY (`key_id`,`minute`,`kind`),
  KEY `api_access_denial_minutes_minute_idx` (`minute`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
INSERT INTO `api_access_denial_minutes` (`key_id`, `minute`, `kind`, `count`, `first_at`, `last_at`, `last_address`) VALUES (1,29931921,'denials',1,1795915276960,1795915276960,'127.0.0.1');
INSERT INTO `api_access_denial_minutes` (`key_id`, `minute`, `kind`, `count`, `first_at`, `last_at`, `last_address`) VALUES (1,31666666,'denials',1,1900000000000,1900000000000,NULL);
INSERT INTO `api_access_denial_minutes` (`key_id`, `minute`, `kind`, `count`, `first_at`, `last_at`, `last_address`) VALUES (2,29931921,'denials',1,1795915276975,1795915276975,'127.0.0.1');
INSERT INTO `api_access_denial_minutes` (`key_id`, `minute`, `kind`, `count`, `first_at`, `last_at`, `last_address`) VALUES (3,29931921,'revoked',2,1795915276978,1795915276980,'127.0.0.1');
INSERT INTO `api_access_denial_minutes` (`key_id`, `minute`, `kind`, `count`, `first_at`, `last_at`, `last_address`) VALUES (4,29931921,'expired',2,1795915276982,1795915276985,'127.0.0.1');
INSERT INTO `api_access_denial_minutes` (`key_id`, `minute`, `kind`, `count`, `first_at`, `last_at`, `last_address`) VALUES (5,29931921,'denials',1,1795915276996,1795915276996,'127.0.0.1');
CREATE TABLE `api_access_epoch` (
  `id` int(10) unsigned NOT NULL,
  `value` varchar(36) NOT NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
INSERT INTO `api_access_epoch` (`id`, `value`) VALUES (1,'740603f8-a03d-490e-b5cd-cfe4524e3413');
CREATE TABLE `api_access_forged_uses` (
  `key_id` int(10) unsigned NOT NULL,
  `day` varchar(10) NOT NULL,
  `count` bigint(20) NOT NULL DEFAULT 0,
  `last_at` bigint(20) NOT NULL,
  PRIMARY KEY (`key_id`,`day`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
INSERT INTO `api_access_forged_uses` (`key_id`, `day`, `count`, `last_at`) VALUES (1,'2026-11-29',1,1795915277032);
CREATE TABLE `api_access_keys` (
  `id` int(10) unsigned NOT NULL AUTO_INCREMENT,
  `document_id` varchar(255) DEFAULT NULL,
  `name` varchar(255) DEFAULT NULL,
  `description` longtext DEFAULT NULL,
  `type` varchar(255) DEFAULT NULL,
  `technical_owner` longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT NULL CHECK (json_valid(`technical_owner`)),
  `created_by_name` varchar(255) DEFAULT NULL,
  `last_issued_by` varchar(255) DEFAULT NULL,
  `revoked_by_name` varchar(255) DEFAULT NULL,
  `revision` int(11) DEFAULT NULL,
  `created_at` datetime(6) DEFAULT NULL,
  `updated_at` datetime(6) DEFAULT NULL,
  `published_at` datetime(6) DEFAULT NULL,
  `created_by_id` int(10) unsigned DEFAULT NULL,
  `updated_by_id` int(10) unsigned DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `api_access_keys_name_idx` (`name`),
  KEY `api_access_keys_created_at_idx` (`created_at`),
  KEY `api_access_keys_updated_at_idx` (`updated_at`),
  KEY `api_access_keys_issued_by_idx` (`last_issued_by`),
  KEY `api_access_keys_documents_idx` (`document_id`,`published_at`),
  KEY `api_access_keys_created_by_id_fk` (`created_by_id`),
  KEY `api_access_keys_updated_by_id_fk` (`updated_by_id`),
  CONSTRAINT `api_access_keys_created_by_id_fk` FOREIGN KEY (`created_by_id`) REFERENCES `admin_users` (`id`) ON DELETE SET NULL,
  CONSTRAINT `api_access_keys_updated_by_id_fk` FOREIGN KEY (`updated_by_id`) REFERENCES `admin_users` (`id`) ON DELETE SET NULL
) ENGINE=InnoDB AUTO_INCREMENT=7 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
INSERT INTO `api_access_keys` (`id`, `document_id`, `name`, `description`, `type`, `technical_owner`, `created_by_name`, `last_issued_by`, `revoked_by_name`, `revision`, `created_at`, `updated_at`, `published_at`, `created_by_id`, `updated_by_id`) VALUES (1,'jtpm9rgtx2k9ooqmlzk4oo85','live','Used, refused, and forged','api-key','{\"name\":\"Söhne & Co\",\"emails\":[\"ops@example.com\"]}',NULL,NULL,NULL,0,'2026-11-29 01:21:16.238000','2026-11-29 01:21:16.238000','2026-11-29 01:21:16.238000',NULL,NULL);
INSERT INTO `api_access_keys` (`id`, `document_id`, `name`, `description`, `type`, `technical_owner`, `created_by_name`, `last_issued_by`, `revoked_by_name`, `revision`, `created_at`, `updated_at`, `published_at`, `created_by_id`, `updated_by_id`) VALUES (2,'m1csarvcflxjr54oxiwuj5zg','successor',NULL,'api-key',NULL,'Ada Admin','Ada Admin',NULL,0,'2026-11-29 01:21:16.514000','2026-11-29 01:21:16.514000','2026-11-29 01:21:16.514000',NULL,NULL);
INSERT INTO `api_access_keys` (`id`, `document_id`, `name`, `description`, `type`, `technical_owner`, `created_by_name`, `last_issued_by`, `revoked_by_name`, `revision`, `created_at`, `updated_at`, `published_at`, `created_by_id`, `updated_by_id`) VALUES (3,'h4ad19fiyg7v40veu7ronw1a','revoked',NULL,'api-key',NULL,NULL,NULL,NULL,1,'2026-11-29 01:21:16.604000','2026-11-29 01:21:16.639000','2026-11-29 01:21:16.605000',NULL,NULL);
INSERT INTO `api_access_keys` (`id`, `document_id`, `name`, `description`, `type`, `technical_owner`, `created_by_name`, `last_issued_by`, `revoked_by_name`, `revision`, `created_at`, `updated_at`, `published_at`, `created_by_id`, `updated_by_id`) VALUES (4,'pli3egr1fkjb3ag8q8nesfqd','expired',NULL,'api-key',NULL,NULL,NULL,NULL,0,'2026-11-29 01:21:16.708000','2026-11-29 01:21:16.708000','2026-11-29 01:21:16.709000',NULL,NULL);
INSERT INTO `api_access_keys` (`id`, `document_id`, `name`, `description`, `type`, `technical_owner`, `created_by_name`, `last_issued_by`, `revoked_by_name`, `revision`, `created_at`, `updated_at`, `published_at`, `created_by_id`, `updated_by_id`) VALUES (5,'oejye01czjtfstbygfhietkj','personal',NULL,'personal',NULL,'Ada Admin','Ada Admin',NULL,0,'2026-11-29 01:21:16.825000','2026-11-29 01:21:16.825000','2026-11-29 01:21:16.825000',NULL,NULL);
INSERT INTO `api_access_keys` (`id`, `document_id`, `name`, `description`, `type`, `technical_owner`, `created_by_name`, `last_issued_by`, `revoked_by_name`, `revision`, `created_at`, `updated_at`, `published_at`, `created_by_id`, `updated_by_id`) VALUES (6,'tv90e2t8brcasmlbr24llv1p','moved',NULL,'api-key',NULL,NULL,NULL,NULL,0,'2026-11-29 01:21:16.912000','2026-11-29 01:21:16.912000','2026-11-29 01:21:16.912000',NULL,NULL);
CREATE TABLE `api_access_keys_author_lnk` (
  `id` int(10) unsigned NOT NULL AUTO_INCREMENT,
  `api_access_id` int(10) unsigned DEFAULT NULL,
  `user_id` int(10) unsigned DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `api_access_keys_author_lnk_uq` (`api_access_id`,`user_id`),
  KEY `api_access_keys_author_lnk_fk` (`api_access_id`),
  KEY `api_access_keys_author_lnk_ifk` (`user_id`),
  CONSTRAINT `api_access_keys_author_lnk_fk` FOREIGN KEY (`api_access_id`) REFERENCES `api_access_keys` (`id`) ON DELETE CASCADE,
  CONSTRAINT `api_access_keys_author_lnk_ifk` FOREIGN KEY (`user_id`) REFERENCES `admin_users` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB AUTO_INCREMENT=2 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
INSERT INTO `api_access_keys_author_lnk` (`id`, `api_access_id`, `user_id`) VALUES (1,2,1);
CREATE TABLE `api_access_keys_replaces_lnk` (
  `id` int(10) unsigned NOT NULL AUTO_INCREMENT,
  `api_access_id` int(10) unsigned DEFAULT NULL,
  `inv_api_access_id` int(10) unsigned DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `api_access_keys_replaces_lnk_uq` (`api_access_id`,`inv_api_access_id`),
  KEY `api_access_keys_replaces_lnk_fk` (`api_access_id`),
  KEY `api_access_keys_replaces_lnk_ifk` (`inv_api_access_id`),
  CONSTRAINT `api_access_keys_replaces_lnk_fk` FOREIGN KEY (`api_access_id`) REFERENCES `api_access_keys` (`id`) ON DELETE CASCADE,
  CONSTRAINT `api_access_keys_replaces_lnk_ifk` FOREIGN KEY (`inv_api_access_id`) REFERENCES `api_access_keys` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB AUTO_INCREMENT=2 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
INSERT INTO `api_access_keys_replaces_lnk` (`id`, `api_access_id`, `inv_api_access_id`) VALUES (1,2,1);
CREATE TABLE `api_access_keys_roles_lnk` (
  `id` int(10) unsigned NOT NULL AUTO_INCREMENT,
  `api_access_id` int(10) unsigned DEFAULT NULL,
  `api_access_role_id` int(10) unsigned DEFAULT NULL,
  `api_access_role_ord` double unsigned DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `api_access_keys_roles_lnk_uq` (`api_access_id`,`api_access_role_id`),
  KEY `api_access_keys_roles_lnk_fk` (`api_access_id`),
  KEY `api_access_keys_roles_lnk_ifk` (`api_access_role_id`),
  KEY `api_access_keys_roles_lnk_ofk` (`api_access_role_ord`),
  CONSTRAINT `api_access_keys_roles_lnk_fk` FOREIGN KEY (`api_access_id`) REFERENCES `api_access_keys` (`id`) ON DELETE CASCADE,
  CONSTRAINT `api_access_keys_roles_lnk_ifk` FOREIGN KEY (`api_access_role_id`) REFERENCES `api_access_roles` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB AUTO_INCREMENT=7 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
INSERT INTO `api_access_keys_roles_lnk` (`id`, `api_access_id`, `api_access_role_id`, `api_access_role_ord`) VALUES (1,1,3,1);
INSERT INTO `api_access_keys_roles_lnk` (`id`, `api_access_id`, `api_access_role_id`, `api_access_role_ord`) VALUES (2,2,3,1);
INSERT INTO `api_access_keys_roles_lnk` (`id`, `api_access_id`, `api_access_role_id`, `api_access_role_ord`) VALUES (3,3,4,1);
INSERT INTO `api_access_keys_roles_lnk` (`id`, `api_access_id`, `api_access_role_id`, `api_access_role_ord`) VALUES (4,4,3,1);
INSERT INTO `api_access_keys_roles_lnk` (`id`, `api_access_id`, `api_access_role_id`, `api_access_role_ord`) VALUES (5,5,3,1);
INSERT INTO `api_access_keys_roles_lnk` (`id`, `api_access_id`, `api_access_role_id`, `api_access_role_ord`) VALUES (6,6,5,1);
CREATE TABLE `api_access_keys_tags_lnk` (
  `id` int(10) unsigned NOT NULL AUTO_INCREMENT,
  `api_access_id` int(10) unsigned DEFAULT NULL,
  `api_access_tag_id` int(10) unsigned DEFAULT NULL,
  `api_access_tag_ord` double unsigned DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `api_access_keys_tags_lnk_uq` (`api_access_id`,`api_access_tag_id`),
  KEY `api_access_keys_tags_lnk_fk` (`api_access_id`),
  KEY `api_access_keys_tags_lnk_ifk` (`api_access_tag_id`),
  KEY `api_access_keys_tags_lnk_ofk` (`api_access_tag_ord`),
  CONSTRAINT `api_access_keys_tags_lnk_fk` FOREIGN KEY (`api_access_id`) REFERENCES `api_access_keys` (`id`) ON DELETE CASCADE,
  CONSTRAINT `api_access_keys_tags_lnk_ifk` FOREIGN KEY (`api_access_tag_id`) REFERENCES `api_access_tags` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB AUTO_INCREMENT=4 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
INSERT INTO `api_access_keys_tags_lnk` (`id`, `api_access_id`, `api_access_tag_id`, `api_access_tag_ord`) VALUES (1,1,1,1);
INSERT INTO `api_access_keys_tags_lnk` (`id`, `api_access_id`, `api_access_tag_id`, `api_access_tag_ord`) VALUES (2,1,2,2);
INSERT INTO `api_access_keys_tags_lnk` (`id`, `api_access_id`, `api_access_tag_id`, `api_access_tag_ord`) VALUES (3,2,1,1);
CREATE TABLE `api_access_leases` (
  `job` varchar(32) NOT NULL,
  `holder` varchar(64) NOT NULL,
  `until` bigint(20) NOT NULL,
  PRIMARY KEY (`job`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
INSERT INTO `api_access_leases` (`job`, `holder`, `until`) VALUES ('notices','nobody',0);
CREATE TABLE `api_access_mails` (
  `id` varchar(64) NOT NULL,
  `kind` varchar(16) NOT NULL,
  `recipient` varchar(254) NOT NULL,
  `content` longtext NOT NULL,
  `state` varchar(16) NOT NULL,
  `attempts` int(10) unsigned NOT NULL DEFAULT 0,
  `next_at` bigint(20) NOT NULL,
  `made_at` bigint(20) NOT NULL,
  `done_at` bigint(20) DEFAULT NULL,
  `error` varchar(400) DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `api_access_mails_next_at_idx` (`state`,`next_at`),
  KEY `api_access_mails_done_at_idx` (`done_at`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
INSERT INTO `api_access_mails` (`id`, `kind`, `recipient`, `content`, `state`, `attempts`, `next_at`, `made_at`, `done_at`, `error`) VALUES ('waiting','notice','ada@example.com','[]','waiting',0,1900000000000,1900000000000,NULL,NULL);
CREATE TABLE `api_access_migrations` (
  `name` varchar(64) NOT NULL,
  PRIMARY KEY (`name`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
INSERT INTO `api_access_migrations` (`name`) VALUES ('0001-storage');
INSERT INTO `api_access_migrations` (`name`) VALUES ('0002-seeded-roles');
INSERT INTO `api_access_migrations` (`name`) VALUES ('0003-records');
INSERT INTO `api_access_migrations` (`name`) VALUES ('0004-list-indexes');
INSERT INTO `api_access_migrations` (`name`) VALUES ('0005-activity-actors');
INSERT INTO `api_access_migrations` (`name`) VALUES ('0006-usage-beside-credentials');
INSERT INTO `api_access_migrations` (`name`) VALUES ('0007-notices');
INSERT INTO `api_access_migrations` (`name`) VALUES ('0008-forged-uses');
INSERT INTO `api_access_migrations` (`name`) VALUES ('0009-alerts');
INSERT INTO `api_access_migrations` (`name`) VALUES ('0010-list-access-ids');
INSERT INTO `api_access_migrations` (`name`) VALUES ('0011-strapi-tokens');
CREATE TABLE `api_access_notices` (
  `key_id` int(10) unsigned NOT NULL,
  `expires_at` bigint(20) NOT NULL,
  `days` int(10) unsigned NOT NULL,
  `at` bigint(20) NOT NULL,
  PRIMARY KEY (`key_id`,`expires_at`,`days`),
  KEY `api_access_notices_expires_at_idx` (`expires_at`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
INSERT INTO `api_access_notices` (`key_id`, `expires_at`, `days`, `at`) VALUES (1,2000000000000,30,1900000000000);
CREATE TABLE `api_access_notice_recipients` (
  `key_id` int(10) unsigned NOT NULL,
  `expires_at` bigint(20) NOT NULL,
  `days` int(10) unsigned NOT NULL,
  `recipient` varchar(254) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  `part` varchar(16) NOT NULL,
  PRIMARY KEY (`recipient`,`key_id`,`expires_at`,`days`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
INSERT INTO `api_access_notice_recipients` (`key_id`, `expires_at`, `days`, `recipient`, `part`) VALUES (1,2000000000000,30,'ada@example.com','author');
CREATE TABLE `api_access_permission_uses` (
  `key_id` int(10) unsigned NOT NULL,
  `action` varchar(255) NOT NULL,
  `last_day` varchar(10) NOT NULL,
  PRIMARY KEY (`key_id`,`action`),
  KEY `api_access_permission_uses_action_idx` (`action`,`last_day`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
INSERT INTO `api_access_permission_uses` (`key_id`, `action`, `last_day`) VALUES (1,'api::article.article.find','2026-11-29');
INSERT INTO `api_access_permission_uses` (`key_id`, `action`, `last_day`) VALUES (2,'api::article.article.find','2026-11-29');
INSERT INTO `api_access_permission_uses` (`key_id`, `action`, `last_day`) VALUES (5,'api::article.article.find','2026-11-29');
INSERT INTO `api_access_permission_uses` (`key_id`, `action`, `last_day`) VALUES (6,'api::article.article.find','2026-11-29');
INSERT INTO `api_access_permission_uses` (`key_id`, `action`, `last_day`) VALUES (6,'api::category.category.find','2026-11-29');
CREATE TABLE `api_access_roles` (
  `id` int(10) unsigned NOT NULL AUTO_INCREMENT,
  `document_id` varchar(255) DEFAULT NULL,
  `code` varchar(255) DEFAULT NULL,
  `name` varchar(255) DEFAULT NULL,
  `name_key` varchar(255) DEFAULT NULL,
  `description` longtext DEFAULT NULL,
  `kind` varchar(255) DEFAULT NULL,
  `permissions` longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT NULL CHECK (json_valid(`permissions`)),
  `drafts` tinyint(1) DEFAULT NULL,
  `revision` int(11) DEFAULT NULL,
  `created_at` datetime(6) DEFAULT NULL,
  `updated_at` datetime(6) DEFAULT NULL,
  `published_at` datetime(6) DEFAULT NULL,
  `created_by_id` int(10) unsigned DEFAULT NULL,
  `updated_by_id` int(10) unsigned DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `api_access_roles_code_uq` (`code`),
  UNIQUE KEY `api_access_roles_name_uq` (`name_key`),
  KEY `api_access_roles_documents_idx` (`document_id`,`published_at`),
  KEY `api_access_roles_created_by_id_fk` (`created_by_id`),
  KEY `api_access_roles_updated_by_id_fk` (`updated_by_id`),
  CONSTRAINT `api_access_roles_created_by_id_fk` FOREIGN KEY (`created_by_id`) REFERENCES `admin_users` (`id`) ON DELETE SET NULL,
  CONSTRAINT `api_access_roles_updated_by_id_fk` FOREIGN KEY (`updated_by_id`) REFERENCES `admin_users` (`id`) ON DELETE SET NULL
) ENGINE=InnoDB AUTO_INCREMENT=6 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
INSERT INTO `api_access_roles` (`id`, `document_id`, `code`, `name`, `name_key`, `description`, `kind`, `permissions`, `drafts`, `revision`, `created_at`, `updated_at`, `published_at`, `created_by_id`, `updated_by_id`) VALUES (1,'xjm4lifqorsrb9oemppnl2ou','read-only','Read only','1e5e3ce20c720a1021d8f9f5e8f7c3055a97315c79230508bbd37b08502208db','Everything that a GET can read.','read-only','[]',0,0,'2026-11-29 01:20:55.441000','2026-11-29 01:20:55.441000','2026-11-29 01:20:55.441000',NULL,NULL);
INSERT INTO `api_access_roles` (`id`, `document_id`, `code`, `name`, `name_key`, `description`, `kind`, `permissions`, `drafts`, `revision`, `created_at`, `updated_at`, `published_at`, `created_by_id`, `updated_by_id`) VALUES (2,'unugn68bcl0p4gumiuvru3tf','full-access','Full access','8f6b03a2f8ede44fadf78dda53162eeb3b0ca16ee27368af7b76c90a6b416b7e','Every action of the content API.','full-access','[]',0,0,'2026-11-29 01:20:55.450000','2026-11-29 01:20:55.450000','2026-11-29 01:20:55.450000',NULL,NULL);
INSERT INTO `api_access_roles` (`id`, `document_id`, `code`, `name`, `name_key`, `description`, `kind`, `permissions`, `drafts`, `revision`, `created_at`, `updated_at`, `published_at`, `created_by_id`, `updated_by_id`) VALUES (3,'sbnohsarl5u1naojwmtzl9e2','reader','Reader','3d0941964aa3ebdcb00ccef58b1bb399f9f898465e9886d5aec7f31090a0fb30',NULL,'custom','[\"api::article.article.find\"]',0,0,'2026-11-29 01:21:16.096000','2026-11-29 01:21:16.096000','2026-11-29 01:21:16.096000',NULL,NULL);
INSERT INTO `api_access_roles` (`id`, `document_id`, `code`, `name`, `name_key`, `description`, `kind`, `permissions`, `drafts`, `revision`, `created_at`, `updated_at`, `published_at`, `created_by_id`, `updated_by_id`) VALUES (4,'x6hhx9sucsx09w1wq5kzuy20','reader-of-drafts','Reader of drafts','14cf5a86df86a3064fed2077fcd941f11ed2d58bc704cf0cdc43bf78f6c5fdb7',NULL,'custom','[\"api::article.article.find\"]',1,0,'2026-11-29 01:21:16.554000','2026-11-29 01:21:16.554000','2026-11-29 01:21:16.554000',NULL,NULL);
INSERT INTO `api_access_roles` (`id`, `document_id`, `code`, `name`, `name_key`, `description`, `kind`, `permissions`, `drafts`, `revision`, `created_at`, `updated_at`, `published_at`, `created_by_id`, `updated_by_id`) VALUES (5,'mqmlwhmiorjhcgz9jzqeba89','strapi-full-access','Strapi full access','d5f2019fe4a2f624151aa3fec5b3f81ebe93d806987926b1fe8c0b6ec7721b0a',NULL,'full-access','[]',1,0,'2026-11-29 01:21:16.903000','2026-11-29 01:21:16.903000','2026-11-29 01:21:16.903000',NULL,NULL);
CREATE TABLE `api_access_settings` (
  `id` int(10) unsigned NOT NULL,
  `value` longtext NOT NULL,
  `revision` int(10) unsigned NOT NULL,
  `updated_at` bigint(20) NOT NULL,
  `updated_by` varchar(255) DEFAULT NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
INSERT INTO `api_access_settings` (`id`, `value`, `revision`, `updated_at`, `updated_by`) VALUES (1,'{\"expiry\":{\"required\":false,\"defaultDays\":null,\"maxDays\":null},\"namingRules\":[],\"assignableRoles\":[],\"clearTextForAdminTokens\":false,\"personalTokens\":{\"maxTokens\":5,\"maxDays\":null,\"roles\":[\"sbnohsarl5u1naojwmtzl9e2\"],\"defaultRoles\":[\"sbnohsarl5u1naojwmtzl9e2\"]},\"notices\":{\"isOn\":true,\"days\":[30,7,1],\"onExpiry\":true,\"hour\":8,\"timeZone\":\"UTC\",\"recipients\":[]},\"alerts\":{\"isOn\":true,\"denials\":100,\"windowMinutes\":10,\"endedTokens\":true,\"recipients\":[]},\"retention\":{\"activityDays\":365,\"usageDays\":400},\"rateLimit\":null}',1,1795915276747,'Test');
CREATE TABLE `api_access_states` (
  `name` varchar(64) NOT NULL,
  `value` text NOT NULL,
  PRIMARY KEY (`name`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
INSERT INTO `api_access_states` (`name`, `value`) VALUES ('notices','{\"lastRunSent\":3}');
CREATE TABLE `api_access_strapi_tokens` (
  `key_id` int(10) unsigned NOT NULL,
  `access_key` varchar(128) NOT NULL,
  `original` text NOT NULL,
  PRIMARY KEY (`key_id`),
  UNIQUE KEY `api_access_strapi_tokens_access_key_uq` (`access_key`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
INSERT INTO `api_access_strapi_tokens` (`key_id`, `access_key`, `original`) VALUES (6,'8d3bf584eb7a7725b63fba0bb7d6ca5ecd10a1b766dbea994770286eb7e77dc8258aab102316fe5fa28c982e31ef2f04fbebac17250f1c307cd6a869ac80e9c1','{\"name\":\"moved\",\"description\":\"\",\"type\":\"full-access\",\"encryptedKey\":\"v1:0a211c9c4681764d8373e9533f96853d:6f87bdd7c79e035cc638560e95e33f991d703bfaf05ce0c4abd1843d0c8c44f32c87b87bc63b1c5e96b453c2bb027e770a4b16edc31b386dc2e64b352c7c86c883fe6abad46f2941717ec9e77f38e2c07f28cac2b65f2713b6555e7819b8a1ead559019618ea0f0dcdfed85f26fee4bfb8347a5097375a607d173a2fb64b9b4fc9cf1b8401c4e542359d04a0152a2f9c99c684f6c8c99a729c913270a808073add38397528c5eb8ffadb1a23cdd9589d064b52c386f0ee4081712bf25614adf4ae02f85398eb0581f802fed9f74b4307d43162c1c1f7ef7235aad7143df5272f77ca555fb5c881ad49a656c597af875c6fd5e14008c220696dce301bf026738a:816b99e7042bf749bcb362c0de17e500\",\"lifespan\":null,\"createdAt\":\"2026-11-29T01:21:16.861Z\",\"expiresAt\":null,\"lastUsedAt\":null,\"actions\":[]}');
CREATE TABLE `api_access_tags` (
  `id` int(10) unsigned NOT NULL AUTO_INCREMENT,
  `document_id` varchar(255) DEFAULT NULL,
  `name` varchar(255) DEFAULT NULL,
  `name_key` varchar(255) DEFAULT NULL,
  `created_at` datetime(6) DEFAULT NULL,
  `updated_at` datetime(6) DEFAULT NULL,
  `published_at` datetime(6) DEFAULT NULL,
  `created_by_id` int(10) unsigned DEFAULT NULL,
  `updated_by_id` int(10) unsigned DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `api_access_tags_name_uq` (`name_key`),
  KEY `api_access_tags_documents_idx` (`document_id`,`published_at`),
  KEY `api_access_tags_created_by_id_fk` (`created_by_id`),
  KEY `api_access_tags_updated_by_id_fk` (`updated_by_id`),
  CONSTRAINT `api_access_tags_created_by_id_fk` FOREIGN KEY (`created_by_id`) REFERENCES `admin_users` (`id`) ON DELETE SET NULL,
  CONSTRAINT `api_access_tags_updated_by_id_fk` FOREIGN KEY (`updated_by_id`) REFERENCES `admin_users` (`id`) ON DELETE SET NULL
) ENGINE=InnoDB AUTO_INCREMENT=3 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
INSERT INTO `api_access_tags` (`id`, `document_id`, `name`, `name_key`, `created_at`, `updated_at`, `published_at`, `created_by_id`, `updated_by_id`) VALUES (1,'or9tfb22qg2z836ztuwcgsf3','prod','6754af9632a2745e85c293e5aac0863370d9bd3330b9938c00cadfd215227d77','2026-11-29 01:21:16.221000','2026-11-29 01:21:16.221000','2026-11-29 01:21:16.221000',NULL,NULL);
INSERT INTO `api_access_tags` (`id`, `document_id`, `name`, `name_key`, `created_at`, `updated_at`, `published_at`, `created_by_id`, `updated_by_id`) VALUES (2,'pfk2drovpyjnjtlvjq8fs2h8','mobile app','65c03a88782e3836de062de72dc58a403d6d4685a7cc4f1e23d7ddef7d902617','2026-11-29 01:21:16.226000','2026-11-29 01:21:16.226000','2026-11-29 01:21:16.226000',NULL,NULL);
CREATE TABLE `api_access_usage_days` (
  `key_id` int(10) unsigned NOT NULL,
  `day` varchar(10) NOT NULL,
  `allowed` bigint(20) NOT NULL DEFAULT 0,
  `denied` bigint(20) NOT NULL DEFAULT 0,
  PRIMARY KEY (`key_id`,`day`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
INSERT INTO `api_access_usage_days` (`key_id`, `day`, `allowed`, `denied`) VALUES (1,'2026-11-29',1,1);
INSERT INTO `api_access_usage_days` (`key_id`, `day`, `allowed`, `denied`) VALUES (2,'2026-11-29',1,1);
INSERT INTO `api_access_usage_days` (`key_id`, `day`, `allowed`, `denied`) VALUES (3,'2026-11-29',0,2);
INSERT INTO `api_access_usage_days` (`key_id`, `day`, `allowed`, `denied`) VALUES (4,'2026-11-29',0,2);
INSERT INTO `api_access_usage_days` (`key_id`, `day`, `allowed`, `denied`) VALUES (5,'2026-11-29',1,1);
INSERT INTO `api_access_usage_days` (`key_id`, `day`, `allowed`, `denied`) VALUES (6,'2026-11-29',2,0);
CREATE TABLE `api_access_usage_totals` (
  `key_id` int(10) unsigned NOT NULL,
  `allowed` bigint(20) NOT NULL DEFAULT 0,
  `denied` bigint(20) NOT NULL DEFAULT 0,
  `last_used_at` bigint(20) DEFAULT NULL,
  `last_address` varchar(64) DEFAULT NULL,
  PRIMARY KEY (`key_id`),
  KEY `api_access_usage_totals_last_used_at_idx` (`last_used_at`),
  KEY `api_access_usage_totals_list_idx` (`key_id`,`last_used_at`,`allowed`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
INSERT INTO `api_access_usage_totals` (`key_id`, `allowed`, `denied`, `last_used_at`, `last_address`) VALUES (1,1,1,1795915276957,'127.0.0.1');
INSERT INTO `api_access_usage_totals` (`key_id`, `allowed`, `denied`, `last_used_at`, `last_address`) VALUES (2,1,1,1795915276972,'127.0.0.1');
INSERT INTO `api_access_usage_totals` (`key_id`, `allowed`, `denied`, `last_used_at`, `last_address`) VALUES (3,0,2,NULL,NULL);
INSERT INTO `api_access_usage_totals` (`key_id`, `allowed`, `denied`, `last_used_at`, `last_address`) VALUES (4,0,2,NULL,NULL);
INSERT INTO `api_access_usage_totals` (`key_id`, `allowed`, `denied`, `last_used_at`, `last_address`) VALUES (5,1,1,1795915276992,'127.0.0.1');
INSERT INTO `api_access_usage_totals` (`key_id`, `allowed`, `denied`, `last_used_at`, `last_address`) VALUES (6,2,0,1795915277028,'127.0.0.1');
