/**
 * DynamoDB Local and ElasticMQ in this process, each on a free loopback port, with the template's
 * tables and queues.
 */
@org.jspecify.annotations.NullMarked
package io.fortnoxconnector.local.stack.data;
