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
CREATE TABLE `workplace_words` (
	`word` text NOT NULL,
	`workplace_id` text NOT NULL,
	PRIMARY KEY(`word`, `workplace_id`)
);
--> statement-breakpoint
CREATE INDEX `workplace_words_workplace` ON `workplace_words` (`workplace_id`);--> statement-breakpoint
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
ALTER TABLE `agenda_items` ADD `topic_id` text REFERENCES topics(id);--> statement-breakpoint
CREATE INDEX `agenda_items_topic` ON `agenda_items` (`topic_id`);--> statement-breakpoint
CREATE INDEX `person_roles_role` ON `person_roles` (`role`,`person_id`);--> statement-breakpoint
CREATE INDEX `persons_unit` ON `persons` (`unit_id`,`sort_key`,`id`);--> statement-breakpoint
CREATE INDEX `persons_status` ON `persons` (`status`,`sort_key`,`id`);--> statement-breakpoint
CREATE INDEX `workplaces_trade` ON `workplaces` (`trade`);