<?php
// An endpoint for answers on any PHP 8.1 web space: one file, no library. It keeps a file a response, named by id and
// revision, in a folder that the web server doesn't serve.

declare(strict_types=1);

const KINDS = ['rating', 'expectation', 'callback', 'callback-cancelled', 'impression'];
const UUID7 = '/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/D';
const LIMIT = 5 * 1024 * 1024;

// A warning that PHP prints into the reply would make it a 200, and the browser would forget an answer that wasn't stored.
ini_set('display_errors', '0');

header('Access-Control-Allow-Origin: *');
header('Access-Control-Expose-Headers: Retry-After');

if ($_SERVER['REQUEST_METHOD'] === 'OPTIONS') {
    header('Access-Control-Allow-Headers: content-type, idempotency-key');
    header('Access-Control-Allow-Methods: POST');
    header('Access-Control-Max-Age: 86400');
    http_response_code(204);
    exit;
}
if ($_SERVER['REQUEST_METHOD'] !== 'POST') {
    header('Allow: POST, OPTIONS');
    answer(405, ['error' => 'Send a POST.']);
}

$text = file_get_contents('php://input', length: LIMIT + 1);
if (strlen($text) > LIMIT) answer(413, ['error' => 'The body is too large.']);
// Objects stay objects, so that what is written is what came.
$body = json_decode($text);
if (json_last_error() !== JSON_ERROR_NONE) answer(400, ['error' => 'The body is not JSON.']);
$responses = is_array($body) ? $body : [$body];
if ($responses === []) answer(400, ['error' => 'The list has no responses.']);
foreach ($responses as $response) {
    $wrong = wrongField($response);
    if ($wrong !== null) answer(400, ['error' => "This is no response: \"$wrong\" is missing or wrong."]);
}

try {
    foreach ($responses as $response) keep($response);
} catch (RuntimeException | JsonException $error) {
    error_log($error->getMessage());
    answer(500, ['error' => 'It could not be stored. Try again later.']);
}
answer(200, ['stored' => count($responses)]);

/** What tells a response from anything else; `response.schema.json` has every field. */
function wrongField(mixed $response): ?string
{
    if (!$response instanceof stdClass) return 'response';
    $isText = fn (string $name): bool => is_string($response->$name ?? null) && $response->$name !== '';
    $checks = [
        'version' => ($response->version ?? null) === 1,
        'id' => $isText('id') && preg_match(UUID7, $response->id) === 1,
        'revision' => is_int($response->revision ?? null) && $response->revision >= 1,
        'kind' => in_array($response->kind ?? null, KINDS, true),
        'createdAt' => $isText('createdAt'),
        'source' => $isText('source'),
        'locale' => $isText('locale'),
        'complete' => is_bool($response->complete ?? null),
        'context' => ($response->context ?? null) instanceof stdClass,
        'answer' => ($response->answer ?? null) instanceof stdClass || ($response->kind ?? '') === 'callback-cancelled',
    ];
    return array_search(false, $checks, true) ?: null;
}

/** Returns once the response is on the disk. What was kept before is left as it is. */
function keep(stdClass $response): void
{
    // Beside the folder that is served, never in it.
    $folder = getenv('CURTSY_DATA') ?: dirname($_SERVER['DOCUMENT_ROOT']) . '/.data';
    if (!is_dir($folder) && !@mkdir($folder, 0700, true) && !is_dir($folder)) {
        throw new RuntimeException("The folder $folder can't be made.");
    }
    $file = sprintf('%s/%s.%010d.json', $folder, $response->id, $response->revision);
    if (file_exists($file)) return;
    $line = json_encode($response, JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE | JSON_PRESERVE_ZERO_FRACTION) . "\n";
    // Written aside and renamed, so that a file under its name is always whole.
    $aside = "$file." . bin2hex(random_bytes(8));
    $stream = fopen($aside, 'x');
    if (!$stream || fwrite($stream, $line) !== strlen($line) || !fsync($stream) || !rename($aside, $file)) {
        throw new RuntimeException("$file can't be written.");
    }
}

function answer(int $status, array $body): never
{
    http_response_code($status);
    header('Content-Type: application/json');
    echo json_encode($body), "\n";
    exit;
}
