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
DROP INDEX `referrals_to`;--> statement-breakpoint
ALTER TABLE `referrals` ADD `ended_at` integer;--> statement-breakpoint
CREATE INDEX `referrals_waiting` ON `referrals` (`ended_at`,`item_id`);--> statement-breakpoint
CREATE INDEX `referrals_to` ON `referrals` (`to_id`,`ended_at`,`at`);--> statement-breakpoint
ALTER TABLE `agenda_items` ADD `topic_id` text REFERENCES topics(id);--> statement-breakpoint
CREATE INDEX `agenda_items_topic` ON `agenda_items` (`topic_id`);--> statement-breakpoint
ALTER TABLE `vote_rounds` ADD `reminded_at` integer;--> statement-breakpoint
CREATE INDEX `learning_log_at` ON `learning_log` (`at`);