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
ALTER TABLE `agenda_items` ADD `topic_id` text REFERENCES topics(id);--> statement-breakpoint
ALTER TABLE `agenda_items` ADD `begun_at` integer;--> statement-breakpoint
CREATE INDEX `agenda_items_topic` ON `agenda_items` (`topic_id`);