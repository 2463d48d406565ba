CREATE TABLE `case_catalogue` (
	`id` text PRIMARY KEY NOT NULL,
	`stamp` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `case_sources` (
	`slug` text NOT NULL,
	`version` integer NOT NULL,
	`language` text NOT NULL,
	`markdown` text NOT NULL,
	`revision` integer NOT NULL,
	`saved_by_id` text,
	`saved_at` integer NOT NULL,
	PRIMARY KEY(`slug`, `version`, `language`),
	FOREIGN KEY (`saved_by_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `case_versions` (
	`slug` text NOT NULL,
	`version` integer NOT NULL,
	`revision` integer NOT NULL,
	`fault_count` integer NOT NULL,
	`created_at` integer NOT NULL,
	`approved_revision` integer,
	`approved_by_id` text,
	`approved_at` integer,
	`published_at` integer,
	PRIMARY KEY(`slug`, `version`),
	FOREIGN KEY (`slug`) REFERENCES `written_cases`(`slug`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`approved_by_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `case_writers` (
	`slug` text NOT NULL,
	`version` integer NOT NULL,
	`person_id` text NOT NULL,
	PRIMARY KEY(`slug`, `version`, `person_id`),
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `case_writers_person` ON `case_writers` (`person_id`);--> statement-breakpoint
CREATE TABLE `group_answers` (
	`id` text PRIMARY KEY NOT NULL,
	`session_id` text NOT NULL,
	`question_id` text NOT NULL,
	`round` integer NOT NULL,
	`group_number` integer NOT NULL,
	`words` text NOT NULL,
	`choice` integer,
	`version` integer NOT NULL,
	`is_about_nav` integer DEFAULT false NOT NULL,
	`is_sent_to_nav` integer DEFAULT false NOT NULL,
	`may_share` integer DEFAULT false NOT NULL,
	`approved_by_id` text,
	`cluster_id` text,
	`party` text,
	FOREIGN KEY (`session_id`) REFERENCES `group_sessions`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`approved_by_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `group_answers_group` ON `group_answers` (`session_id`,`question_id`,`round`,`group_number`);--> statement-breakpoint
CREATE TABLE `group_clusters` (
	`id` text PRIMARY KEY NOT NULL,
	`session_id` text NOT NULL,
	`question_id` text NOT NULL,
	`round` integer NOT NULL,
	`position` integer NOT NULL,
	`name` text NOT NULL,
	FOREIGN KEY (`session_id`) REFERENCES `group_sessions`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `group_clusters_round` ON `group_clusters` (`session_id`,`question_id`,`round`);--> statement-breakpoint
CREATE TABLE `group_devices` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`session_id` text NOT NULL,
	`group_number` integer NOT NULL,
	`number` integer NOT NULL,
	FOREIGN KEY (`session_id`) REFERENCES `group_sessions`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `group_devices_session` ON `group_devices` (`session_id`,`number`);--> statement-breakpoint
CREATE TABLE `group_groups` (
	`session_id` text NOT NULL,
	`number` integer NOT NULL,
	`size` integer,
	`version` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`session_id`, `number`),
	FOREIGN KEY (`session_id`) REFERENCES `group_sessions`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `group_questions` (
	`session_id` text NOT NULL,
	`question_id` text NOT NULL,
	`position` integer NOT NULL,
	`kind` text NOT NULL,
	`is_about_nav` integer NOT NULL,
	`wording` text NOT NULL,
	PRIMARY KEY(`session_id`, `question_id`),
	FOREIGN KEY (`session_id`) REFERENCES `group_sessions`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `group_rounds` (
	`session_id` text NOT NULL,
	`question_id` text NOT NULL,
	`round` integer NOT NULL,
	`opened_at` integer NOT NULL,
	`ends_at` integer,
	`closed_at` integer,
	`revealed_at` integer,
	PRIMARY KEY(`session_id`, `question_id`, `round`),
	FOREIGN KEY (`session_id`) REFERENCES `group_sessions`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `group_saves` (
	`id` text PRIMARY KEY NOT NULL,
	`answer_id` text NOT NULL,
	`version` integer NOT NULL,
	`words` text NOT NULL,
	`choice` integer,
	`outcome` text NOT NULL,
	FOREIGN KEY (`answer_id`) REFERENCES `group_answers`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `group_saves_answer` ON `group_saves` (`answer_id`,`version`);--> statement-breakpoint
CREATE TABLE `group_sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`gathering_id` text NOT NULL,
	`case_slug` text NOT NULL,
	`case_version` integer NOT NULL,
	`case_title` text NOT NULL,
	`code` text,
	`version` integer DEFAULT 0 NOT NULL,
	`staff_version` integer DEFAULT 0 NOT NULL,
	`opened_by_id` text NOT NULL,
	`opened_at` integer NOT NULL,
	`ended_at` integer,
	`cleared_at` integer,
	FOREIGN KEY (`gathering_id`) REFERENCES `gatherings`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`opened_by_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `group_sessions_gathering` ON `group_sessions` (`gathering_id`,`case_slug`,`case_version`);--> statement-breakpoint
CREATE UNIQUE INDEX `group_sessions_code` ON `group_sessions` (`code`);--> statement-breakpoint
CREATE INDEX `group_sessions_case` ON `group_sessions` (`case_slug`,`case_version`);--> statement-breakpoint
CREATE INDEX `group_sessions_cleared` ON `group_sessions` (`cleared_at`);--> statement-breakpoint
CREATE TABLE `written_cases` (
	`slug` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`published_version` integer,
	`withdrawn_at` integer
);
--> statement-breakpoint
CREATE INDEX `written_cases_created` ON `written_cases` (`created_at`,`slug`);--> statement-breakpoint
CREATE TABLE `black_outs` (
	`id` text PRIMARY KEY NOT NULL,
	`network_id` text NOT NULL,
	`from` text NOT NULL,
	`to` text NOT NULL,
	`words` text NOT NULL,
	FOREIGN KEY (`network_id`) REFERENCES `networks`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `black_outs_once` ON `black_outs` (`network_id`,`from`,`to`,`words`);--> statement-breakpoint
CREATE TABLE `half_years` (
	`network_id` text NOT NULL,
	`half` text NOT NULL,
	`gatherings` integer NOT NULL,
	`exchanges` integer NOT NULL,
	`invited` integer NOT NULL,
	`answered` integer NOT NULL,
	`listed` integer NOT NULL,
	`attended` integer NOT NULL,
	`mentors` integer NOT NULL,
	`workplaces` integer NOT NULL,
	`office_staff` integer NOT NULL,
	`centre_staff` integer NOT NULL,
	`trades` text NOT NULL,
	`wishes` integer NOT NULL,
	`wishes_taken` integer NOT NULL,
	`professional_minutes` integer NOT NULL,
	`dialogue_minutes` integer NOT NULL,
	`counted_on` text NOT NULL,
	PRIMARY KEY(`network_id`, `half`),
	FOREIGN KEY (`network_id`) REFERENCES `networks`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `minute_actions` (
	`id` text PRIMARY KEY NOT NULL,
	`gathering_id` text NOT NULL,
	`network_id` text NOT NULL,
	`kind` text NOT NULL,
	`position` integer NOT NULL,
	`words` text NOT NULL,
	`responsible_id` text,
	`responsible` text,
	`due_on` text,
	`done_on` text,
	`version` integer DEFAULT 1 NOT NULL,
	`changed_by_id` text,
	`corrected_at` integer,
	FOREIGN KEY (`gathering_id`) REFERENCES `gatherings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`network_id`) REFERENCES `networks`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`responsible_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`changed_by_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `minute_actions_gathering` ON `minute_actions` (`gathering_id`,`position`,`id`);--> statement-breakpoint
CREATE INDEX `minute_actions_open` ON `minute_actions` (`network_id`,`kind`,`done_on`,`due_on`,`id`);--> statement-breakpoint
CREATE INDEX `minute_actions_responsible` ON `minute_actions` (`responsible_id`);--> statement-breakpoint
CREATE TABLE `minute_feedback` (
	`minute_item_id` text NOT NULL,
	`line_key` text NOT NULL,
	`feedback_id` text NOT NULL,
	PRIMARY KEY(`minute_item_id`, `line_key`),
	FOREIGN KEY (`minute_item_id`) REFERENCES `minute_items`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `minute_items` (
	`id` text PRIMARY KEY NOT NULL,
	`gathering_id` text NOT NULL,
	`agenda_item_id` text,
	`position` integer NOT NULL,
	`heading` text NOT NULL,
	`words` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`changed_by_id` text,
	`corrected_at` integer,
	FOREIGN KEY (`gathering_id`) REFERENCES `gatherings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`changed_by_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `minute_items_gathering` ON `minute_items` (`gathering_id`,`position`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `minute_items_once` ON `minute_items` (`gathering_id`,`agenda_item_id`);--> statement-breakpoint
CREATE TABLE `minutes` (
	`gathering_id` text PRIMARY KEY NOT NULL,
	`outcome` text NOT NULL,
	`by_id` text NOT NULL,
	`at` integer NOT NULL,
	`link_version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`gathering_id`) REFERENCES `gatherings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `tries` (
	`id` text PRIMARY KEY NOT NULL,
	`network_id` text NOT NULL,
	`person_id` text NOT NULL,
	`words` text NOT NULL,
	`is_shared` integer DEFAULT false NOT NULL,
	`noted_on` text NOT NULL,
	FOREIGN KEY (`network_id`) REFERENCES `networks`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `tries_network` ON `tries` (`network_id`,`is_shared`,`noted_on`,`id`);--> statement-breakpoint
CREATE INDEX `tries_person` ON `tries` (`person_id`,`network_id`,`noted_on`);--> statement-breakpoint
CREATE TABLE `coupling_half_years` (
	`network_id` text NOT NULL,
	`half_year` text NOT NULL,
	`counts` text NOT NULL,
	`counted_on` text NOT NULL,
	PRIMARY KEY(`network_id`, `half_year`),
	FOREIGN KEY (`network_id`) REFERENCES `networks`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `news_told` (
	`person_id` text PRIMARY KEY NOT NULL,
	`up_to` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `practice_changes` (
	`id` text PRIMARY KEY NOT NULL,
	`item_id` text NOT NULL,
	`decision_id` text NOT NULL,
	`words` text NOT NULL,
	`link` text,
	`recorded_by_id` text NOT NULL,
	`recorded_on` text NOT NULL,
	FOREIGN KEY (`item_id`) REFERENCES `learning_items`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decision_id`) REFERENCES `decisions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `practice_changes_item` ON `practice_changes` (`item_id`,`recorded_on`);--> statement-breakpoint
CREATE INDEX `practice_changes_decision` ON `practice_changes` (`decision_id`);--> statement-breakpoint
CREATE TABLE `sealed_feedback` (
	`network_id` text NOT NULL,
	`opens_on` text NOT NULL,
	`sealed` text NOT NULL,
	PRIMARY KEY(`network_id`, `opens_on`),
	FOREIGN KEY (`network_id`) REFERENCES `networks`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sealed_feedback_opens` ON `sealed_feedback` (`opens_on`);--> statement-breakpoint
CREATE TABLE `agreement_letters` (
	`id` text PRIMARY KEY NOT NULL,
	`network_id` text NOT NULL,
	`workplace_id` text NOT NULL,
	`sent_by_id` text NOT NULL,
	`sent_on` text NOT NULL,
	FOREIGN KEY (`network_id`) REFERENCES `networks`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`workplace_id`) REFERENCES `workplaces`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`sent_by_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `agreement_letters_workplace` ON `agreement_letters` (`network_id`,`workplace_id`,`sent_on`);--> statement-breakpoint
CREATE TABLE `counsellor_links` (
	`network_id` text NOT NULL,
	`mentor_id` text NOT NULL,
	`counsellor_id` text NOT NULL,
	`since` text NOT NULL,
	PRIMARY KEY(`network_id`, `mentor_id`, `counsellor_id`),
	FOREIGN KEY (`network_id`) REFERENCES `networks`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`mentor_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`counsellor_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `counsellor_links_mentor` ON `counsellor_links` (`mentor_id`);--> statement-breakpoint
CREATE INDEX `counsellor_links_counsellor` ON `counsellor_links` (`counsellor_id`);--> statement-breakpoint
CREATE TABLE `employer_contacts` (
	`id` text PRIMARY KEY NOT NULL,
	`network_id` text NOT NULL,
	`workplace_id` text NOT NULL,
	`name` text NOT NULL,
	`sort_key` text NOT NULL,
	`email` text NOT NULL,
	`email_key` text NOT NULL,
	`language` text DEFAULT 'nb' NOT NULL,
	`since` text NOT NULL,
	`until` text,
	FOREIGN KEY (`network_id`) REFERENCES `networks`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`workplace_id`) REFERENCES `workplaces`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `employer_contacts_once` ON `employer_contacts` (`network_id`,`email_key`);--> statement-breakpoint
CREATE INDEX `employer_contacts_sort` ON `employer_contacts` (`network_id`,`sort_key`,`id`);--> statement-breakpoint
CREATE INDEX `employer_contacts_workplace` ON `employer_contacts` (`workplace_id`);--> statement-breakpoint
CREATE TABLE `ring_lines` (
	`id` text PRIMARY KEY NOT NULL,
	`network_id` text NOT NULL,
	`section` text NOT NULL,
	`position` integer NOT NULL,
	`label` text NOT NULL,
	`phone` text NOT NULL,
	`note` text,
	`deputy_name` text,
	`deputy_phone` text,
	FOREIGN KEY (`network_id`) REFERENCES `networks`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `ring_lines_network` ON `ring_lines` (`network_id`,`position`,`id`);--> statement-breakpoint
CREATE TABLE `topic_votes` (
	`topic_id` text NOT NULL,
	`person_id` text NOT NULL,
	PRIMARY KEY(`topic_id`, `person_id`),
	FOREIGN KEY (`topic_id`) REFERENCES `topics`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `topic_votes_person` ON `topic_votes` (`person_id`);--> statement-breakpoint
CREATE TABLE `topics` (
	`id` text PRIMARY KEY NOT NULL,
	`network_id` text NOT NULL,
	`words` text NOT NULL,
	`source` text NOT NULL,
	`proposed_by_id` text,
	`proposed_on` text NOT NULL,
	FOREIGN KEY (`network_id`) REFERENCES `networks`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`proposed_by_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `topics_network` ON `topics` (`network_id`,`proposed_on`,`id`);--> statement-breakpoint
CREATE INDEX `topics_person` ON `topics` (`proposed_by_id`);--> statement-breakpoint
CREATE TABLE `acceptances` (
	`person_id` text NOT NULL,
	`version` text NOT NULL,
	`accepted_at` integer NOT NULL,
	PRIMARY KEY(`person_id`, `version`),
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `address_changes` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`address` text NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `address_changes_expiry` ON `address_changes` (`expires_at`);--> statement-breakpoint
CREATE INDEX `address_changes_person` ON `address_changes` (`person_id`);--> statement-breakpoint
CREATE TABLE `ask_again_consents` (
	`person_id` text PRIMARY KEY NOT NULL,
	`given_on` text NOT NULL,
	`expires_on` text NOT NULL,
	`recorded_by_id` text,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `ask_again_expiry` ON `ask_again_consents` (`expires_on`);--> statement-breakpoint
CREATE INDEX `ask_again_recorder` ON `ask_again_consents` (`recorded_by_id`);--> statement-breakpoint
CREATE TABLE `audit_log` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`by_id` text,
	`event` text NOT NULL,
	`thing_id` text DEFAULT '' NOT NULL,
	`on_date` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`by_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `audit_log_once` ON `audit_log` (`person_id`,`on_date`,`by_id`,`event`,`thing_id`);--> statement-breakpoint
CREATE INDEX `audit_log_person` ON `audit_log` (`person_id`,`at`,`id`);--> statement-breakpoint
CREATE INDEX `audit_log_by` ON `audit_log` (`by_id`,`at`,`id`);--> statement-breakpoint
CREATE INDEX `audit_log_at` ON `audit_log` (`at`,`id`);--> statement-breakpoint
CREATE TABLE `person_statuses` (
	`person_id` text NOT NULL,
	`since` text NOT NULL,
	`status` text NOT NULL,
	PRIMARY KEY(`person_id`, `since`),
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `person_words` (
	`word` text NOT NULL,
	`person_id` text NOT NULL,
	PRIMARY KEY(`word`, `person_id`)
);
--> statement-breakpoint
CREATE INDEX `person_words_person` ON `person_words` (`person_id`);--> statement-breakpoint
CREATE TABLE `staff_identities` (
	`issuer` text NOT NULL,
	`subject` text NOT NULL,
	`person_id` text NOT NULL,
	`linked_at` integer NOT NULL,
	PRIMARY KEY(`issuer`, `subject`),
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `staff_identities_person` ON `staff_identities` (`person_id`,`issuer`);--> statement-breakpoint
CREATE TABLE `staff_sign_ins` (
	`state_hash` text PRIMARY KEY NOT NULL,
	`nonce` text NOT NULL,
	`code_verifier` text NOT NULL,
	`leads_to` text NOT NULL,
	`expires_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `staff_sign_ins_expiry` ON `staff_sign_ins` (`expires_at`);--> statement-breakpoint
CREATE TABLE `workplace_words` (
	`word` text NOT NULL,
	`workplace_id` text NOT NULL,
	PRIMARY KEY(`word`, `workplace_id`)
);
--> statement-breakpoint
CREATE INDEX `workplace_words_workplace` ON `workplace_words` (`workplace_id`);--> statement-breakpoint
CREATE TABLE `erasures` (
	`night` text PRIMARY KEY NOT NULL,
	`started_at` integer NOT NULL,
	`claimed_until` integer NOT NULL,
	`ended_at` integer,
	`is_stopped` integer DEFAULT false NOT NULL,
	`counts` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `import_blocks` (
	`import_id` text NOT NULL,
	`first` integer NOT NULL,
	`cells` text NOT NULL,
	`lines` text NOT NULL,
	PRIMARY KEY(`import_id`, `first`),
	FOREIGN KEY (`import_id`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `import_rows` (
	`import_id` text NOT NULL,
	`line` integer NOT NULL,
	`state` text NOT NULL,
	`person_id` text NOT NULL,
	`name` text NOT NULL,
	`sort_key` text NOT NULL,
	`email` text NOT NULL,
	`email_key` text NOT NULL,
	`phone` text,
	`language` text NOT NULL,
	`roles` text NOT NULL,
	`status` text NOT NULL,
	`job_title` text,
	`network_id` text,
	`unit_id` text,
	`workplace_id` text,
	`faults` text NOT NULL,
	PRIMARY KEY(`import_id`, `line`),
	FOREIGN KEY (`import_id`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `import_rows_state` ON `import_rows` (`import_id`,`state`,`line`);--> statement-breakpoint
CREATE INDEX `import_rows_email` ON `import_rows` (`import_id`,`email_key`);--> statement-breakpoint
CREATE INDEX `import_rows_person` ON `import_rows` (`person_id`);--> statement-breakpoint
CREATE TABLE `import_workplaces` (
	`import_id` text NOT NULL,
	`sort_key` text NOT NULL,
	`workplace_id` text NOT NULL,
	`name` text NOT NULL,
	`trade` text NOT NULL,
	`size` text NOT NULL,
	`municipality` text NOT NULL,
	PRIMARY KEY(`import_id`, `sort_key`),
	FOREIGN KEY (`import_id`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `imported_persons` (
	`import_id` text NOT NULL,
	`person_id` text NOT NULL,
	`what` text NOT NULL,
	`network_id` text NOT NULL,
	`role` text NOT NULL,
	PRIMARY KEY(`import_id`, `what`, `person_id`, `network_id`, `role`),
	FOREIGN KEY (`import_id`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `imported_persons_person` ON `imported_persons` (`person_id`);--> statement-breakpoint
CREATE TABLE `imports` (
	`id` text PRIMARY KEY NOT NULL,
	`by_id` text NOT NULL,
	`network_id` text,
	`state` text NOT NULL,
	`columns` text NOT NULL,
	`rows` integer NOT NULL,
	`through` integer DEFAULT 0 NOT NULL,
	`faults` integer DEFAULT 0 NOT NULL,
	`lookalikes` text DEFAULT 'skip' NOT NULL,
	`claimed_until` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`by_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`network_id`) REFERENCES `networks`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `imports_by` ON `imports` (`by_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `imports_state` ON `imports` (`state`,`claimed_until`);--> statement-breakpoint
CREATE INDEX `imports_network` ON `imports` (`network_id`);--> statement-breakpoint
CREATE TABLE `ballots` (
	`survey_id` text NOT NULL,
	`question` text NOT NULL,
	`sealed` text,
	`counts` text,
	`texts` text,
	PRIMARY KEY(`survey_id`, `question`),
	FOREIGN KEY (`survey_id`) REFERENCES `surveys`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `pools` (
	`network_id` text NOT NULL,
	`half_year` text NOT NULL,
	`sealed` text,
	`respondents` integer,
	`gatherings` integer,
	`counts` text,
	`counted_on` text,
	PRIMARY KEY(`network_id`, `half_year`),
	FOREIGN KEY (`network_id`) REFERENCES `networks`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `pools_counted` ON `pools` (`counted_on`,`half_year`);--> statement-breakpoint
CREATE TABLE `surveys` (
	`id` text PRIMARY KEY NOT NULL,
	`network_id` text NOT NULL,
	`kind` text NOT NULL,
	`gathering_id` text,
	`period` text NOT NULL,
	`once_key` text NOT NULL,
	`opened_on` text NOT NULL,
	`closes_on` text NOT NULL,
	`remind_on` text NOT NULL,
	`reminded_on` text,
	`closed_on` text,
	`asked` integer NOT NULL,
	`answers` integer,
	`opened_by_id` text,
	FOREIGN KEY (`network_id`) REFERENCES `networks`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`gathering_id`) REFERENCES `gatherings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`opened_by_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `surveys_once` ON `surveys` (`once_key`);--> statement-breakpoint
CREATE UNIQUE INDEX `surveys_gathering` ON `surveys` (`gathering_id`);--> statement-breakpoint
CREATE INDEX `surveys_network` ON `surveys` (`network_id`,`kind`,`opened_on`,`id`);--> statement-breakpoint
CREATE INDEX `surveys_open` ON `surveys` (`closed_on`,`closes_on`);--> statement-breakpoint
CREATE INDEX `surveys_opener` ON `surveys` (`opened_by_id`);--> statement-breakpoint
DROP INDEX `gatherings_series`;--> statement-breakpoint
ALTER TABLE `gatherings` ADD `series_date` text;--> statement-breakpoint
ALTER TABLE `gatherings` ADD `audience` text DEFAULT 'everyone' NOT NULL;--> statement-breakpoint
ALTER TABLE `gatherings` ADD `invite_on` text;--> statement-breakpoint
CREATE INDEX `gatherings_invite` ON `gatherings` (`invite_on`);--> statement-breakpoint
CREATE INDEX `gatherings_series` ON `gatherings` (`series_id`,`starts_at`);--> statement-breakpoint
DROP INDEX `series_network`;--> statement-breakpoint
ALTER TABLE `series` ADD `audience` text DEFAULT 'everyone' NOT NULL;--> statement-breakpoint
CREATE INDEX `series_network` ON `series` (`network_id`,`created_at`,`id`);--> statement-breakpoint
DROP INDEX `learning_items_rule`;--> statement-breakpoint
ALTER TABLE `learning_items` ADD `lane` text;--> statement-breakpoint
ALTER TABLE `learning_items` ADD `rule_id` text REFERENCES rules(id);--> statement-breakpoint
CREATE INDEX `learning_items_lane` ON `learning_items` (`lane`,`network_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `learning_items_suggested` ON `learning_items` (`suggested_rule_id`);--> statement-breakpoint
CREATE INDEX `learning_items_rule` ON `learning_items` (`rule_id`,`network_id`,`created_at`,`id`);--> statement-breakpoint
DROP INDEX `referrals_to`;--> statement-breakpoint
ALTER TABLE `referrals` ADD `ended_at` integer;--> statement-breakpoint
CREATE INDEX `referrals_waiting` ON `referrals` (`ended_at`,`item_id`);--> statement-breakpoint
CREATE INDEX `referrals_to` ON `referrals` (`to_id`,`ended_at`,`at`);--> statement-breakpoint
DROP INDEX `outbox_gathering`;--> statement-breakpoint
CREATE INDEX `outbox_gathering` ON `outbox` (`gathering_id`,`person_id`,`state`);--> statement-breakpoint
ALTER TABLE `agenda_items` ADD `topic_id` text REFERENCES topics(id);--> statement-breakpoint
ALTER TABLE `agenda_items` ADD `begun_at` integer;--> statement-breakpoint
CREATE INDEX `agenda_items_topic` ON `agenda_items` (`topic_id`);--> statement-breakpoint
ALTER TABLE `feedback` ADD `is_waiting` integer DEFAULT true NOT NULL;--> statement-breakpoint
CREATE INDEX `feedback_waiting` ON `feedback` (`is_waiting`,`network_id`,`visible_from`,`id`);--> statement-breakpoint
ALTER TABLE `vote_rounds` ADD `reminded_at` integer;--> statement-breakpoint
ALTER TABLE `persons` ADD `erased_at` integer;--> statement-breakpoint
CREATE INDEX `persons_unit` ON `persons` (`unit_id`,`sort_key`,`id`);--> statement-breakpoint
CREATE INDEX `persons_status` ON `persons` (`status`,`sort_key`,`id`);--> statement-breakpoint
ALTER TABLE `sessions` ADD `way` text DEFAULT 'mail' NOT NULL;--> statement-breakpoint
ALTER TABLE `sessions` ADD `last_seen_on` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `learning_log_at` ON `learning_log` (`at`);--> statement-breakpoint
CREATE INDEX `person_roles_role` ON `person_roles` (`role`,`person_id`);--> statement-breakpoint
CREATE INDEX `workplaces_trade` ON `workplaces` (`trade`);