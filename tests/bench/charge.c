/*
 * A load generator that speaks HTTP/1.1 keep-alive on a unix socket or TCP.
 *
 *   charge <unix:path | tcp:host:port> <clients> <seconds> <file> [<ids>]
 *
 * The file holds whole requests, each ended by a NUL; every client takes the
 * next one in turn. Prints one JSON line: rate, answers by class of status,
 * latencies in milliseconds; a good answer without a body counts as broken.
 * The "id" of each 201 goes to the file <ids>, for those who look afterwards
 * for what was acknowledged. wrk knows neither unix sockets nor ids.
 */
#include <sys/epoll.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>

#include <arpa/inet.h>
#include <err.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#define CLIENTS_MAX	1024
#define ANSWER_MAX	(1 << 20)
#define BUCKETS		2000000		/* of 1 us: up to 2 s */

struct client {
	int		 fd;
	const char	*request;
	size_t		 length, sent;
	char		*answer;
	size_t		 got, expected;	/* expected 0: head not read yet */
	uint64_t	 since;
};

static struct sockaddr_storage	address;
static socklen_t		address_length;
static char			*requests;
static size_t			*starts, nrequests, turn;
static uint32_t			*buckets;
static uint64_t			 answers, classes[6], broken;
static int			 events;
static FILE			*ids;

static uint64_t
now_us(void)
{
	struct timespec	t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return ((uint64_t)t.tv_sec * 1000000 + (uint64_t)t.tv_nsec / 1000);
}

static void
read_requests(const char *path)
{
	struct stat	st;
	size_t		i;
	int		fd = open(path, O_RDONLY);

	if (fd == -1 || fstat(fd, &st) == -1 || st.st_size == 0)
		err(1, "%s", path);
	requests = malloc((size_t)st.st_size);
	if (read(fd, requests, (size_t)st.st_size) != st.st_size)
		err(1, "%s", path);
	close(fd);
	starts = calloc((size_t)st.st_size + 1, sizeof(*starts));
	for (i = 0; i < (size_t)st.st_size; i++) {
		if (i == 0 || requests[i - 1] == '\0')
			starts[nrequests++] = i;
	}
	starts[nrequests] = (size_t)st.st_size;
}

static void
read_address(const char *text)
{
	struct sockaddr_un	*un = (struct sockaddr_un *)&address;
	struct sockaddr_in	*in = (struct sockaddr_in *)&address;
	char			 host[64];
	int			 port;

	if (strncmp(text, "unix:", 5) == 0) {
		un->sun_family = AF_UNIX;
		snprintf(un->sun_path, sizeof(un->sun_path), "%s", text + 5);
		address_length = sizeof(*un);
	} else if (sscanf(text, "tcp:%63[^:]:%d", host, &port) == 2) {
		in->sin_family = AF_INET;
		in->sin_port = htons((uint16_t)port);
		if (inet_pton(AF_INET, host, &in->sin_addr) != 1)
			errx(1, "%s", text);
		address_length = sizeof(*in);
	} else {
		errx(1, "unix:path or tcp:address:port, not %s", text);
	}
}

static void	client_send(struct client *);

static void
client_next(struct client *c)
{
	size_t	i = turn++ % nrequests;

	c->request = requests + starts[i];
	c->length = starts[i + 1] - starts[i] - 1;
	c->sent = c->got = c->expected = 0;
	c->since = now_us();
	client_send(c);
}

static void
client_open(struct client *c)
{
	struct epoll_event	e = { .events = EPOLLIN | EPOLLOUT | EPOLLET,
				    .data.ptr = c };
	int			one = 1;

	c->fd = socket(address.ss_family, SOCK_STREAM, 0);
	if (c->fd == -1 || connect(c->fd, (struct sockaddr *)&address,
	    address_length) == -1)
		err(1, "connect");
	if (address.ss_family == AF_INET)
		setsockopt(c->fd, IPPROTO_TCP, TCP_NODELAY, &one,
		    sizeof(one));
	fcntl(c->fd, F_SETFL, O_NONBLOCK);
	epoll_ctl(events, EPOLL_CTL_ADD, c->fd, &e);
	client_next(c);
}

static void
client_reopen(struct client *c)
{
	broken += c->got > 0 || c->expected > 0;
	close(c->fd);
	client_open(c);
}

static void
client_send(struct client *c)
{
	ssize_t	n;

	while (c->sent < c->length) {
		n = send(c->fd, c->request + c->sent, c->length - c->sent,
		    MSG_NOSIGNAL);
		if (n == -1)
			return;	/* EAGAIN, or the reader will find out */
		c->sent += (size_t)n;
	}
}

/* Length of the whole answer once its head is there. */
static void
client_head(struct client *c)
{
	char	*end, *length;

	c->answer[c->got] = '\0';
	if ((end = strstr(c->answer, "\r\n\r\n")) == NULL)
		return;
	length = strcasestr(c->answer, "\r\ncontent-length:");
	c->expected = (size_t)(end - c->answer) + 4;
	if (length != NULL && length < end)
		c->expected += strtoul(length + 17, NULL, 10);
	if (c->expected >= ANSWER_MAX)
		errx(1, "answer too long");
}

/* A dossier that was acknowledged: {"id" : "<uuid>", … */
static void
client_remember(struct client *c)
{
	char	*body = strstr(c->answer, "\r\n\r\n"), *id;

	c->answer[c->got] = '\0';
	id = strstr(body, "\"id\"");
	if (id != NULL && (id = strchr(id + 4, '"')) != NULL)
		fprintf(ids, "%.36s\n", id + 1);
}

static void
client_done(struct client *c)
{
	uint64_t	us = now_us() - c->since;

	broken += c->answer[9] == '2' && c->expected < 200;
	if (ids != NULL && memcmp(c->answer + 9, "201", 3) == 0)
		client_remember(c);
	answers++;
	classes[(c->answer[9] - '0') % 6]++;
	buckets[us < BUCKETS ? us : BUCKETS - 1]++;
	client_next(c);
}

static void
client_read(struct client *c)
{
	ssize_t	n;

	for (;;) {
		n = recv(c->fd, c->answer + c->got, ANSWER_MAX - 1 - c->got,
		    0);
		if (n == -1 && (errno == EAGAIN || errno == EINTR))
			return;
		if (n <= 0) {
			client_reopen(c);
			return;
		}
		c->got += (size_t)n;
		if (c->expected == 0)
			client_head(c);
		if (c->expected > 0 && c->got >= c->expected)
			client_done(c);
	}
}

static double
quantile(double q)
{
	uint64_t	seen = 0;

	for (size_t i = 0; i < BUCKETS; i++) {
		seen += buckets[i];
		if ((double)seen >= q * (double)answers)
			return ((double)i / 1000);
	}
	return (0);
}

int
main(int argc, char **argv)
{
	static struct client	clients[CLIENTS_MAX];
	struct epoll_event	ready[64];
	uint64_t		begun, end;
	int			i, n, nclients;

	if (argc != 5 && argc != 6)
		errx(1, "usage: charge address clients seconds file [ids]");
	if (argc == 6 && (ids = fopen(argv[5], "a")) == NULL)
		err(1, "%s", argv[5]);
	read_address(argv[1]);
	nclients = atoi(argv[2]);
	read_requests(argv[4]);
	if (nclients < 1 || nclients > CLIENTS_MAX)
		errx(1, "1 to %d clients", CLIENTS_MAX);
	buckets = calloc(BUCKETS, sizeof(*buckets));
	events = epoll_create1(0);
	for (i = 0; i < nclients; i++) {
		clients[i].answer = malloc(ANSWER_MAX);
		client_open(&clients[i]);
	}
	begun = now_us();
	end = begun + (uint64_t)(atof(argv[3]) * 1e6);
	while (now_us() < end) {
		n = epoll_wait(events, ready, 64, 100);
		for (i = 0; i < n; i++) {
			if (ready[i].events & EPOLLOUT)
				client_send(ready[i].data.ptr);
			if (ready[i].events & (EPOLLIN | EPOLLHUP | EPOLLERR))
				client_read(ready[i].data.ptr);
		}
	}
	printf("{\"rate\":%.1f,\"answers\":%llu,\"ok\":%llu,\"refused\":%llu,"
	    "\"failed\":%llu,\"broken\":%llu,\"p50\":%.3f,\"p99\":%.3f}\n",
	    (double)answers * 1e6 / (double)(now_us() - begun),
	    (unsigned long long)answers,
	    (unsigned long long)(classes[2] + classes[3]),
	    (unsigned long long)classes[4], (unsigned long long)classes[5],
	    (unsigned long long)broken, quantile(0.5), quantile(0.99));
	if (ids != NULL)
		fclose(ids);
	return (0);
}
