using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using AssistPortal.Data.Time;
using AssistPortal.Mail.Queue;
using AssistPortal.Mail.Sending;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NodaTime;

namespace AssistPortal.Mail.Smtp;

/// <summary>
/// Access tokens for the mail server, by client credentials (RFC 6749, 4.4). Each is kept until it runs out.
/// </summary>
internal sealed class AccessTokens(
    IHttpClientFactory clients,
    IOptions<MailOptions> options,
    [FromKeyedServices(Clocks.Real)] IClock clock) : IDisposable
{
    private static readonly Duration Margin = Duration.FromMinutes(1);

    private readonly SemaphoreSlim asking = new(1);
    private Token? kept;

    /// <exception cref="MailException">None is given.</exception>
    public async Task<string> GetAsync(CancellationToken cancellationToken)
    {
        await asking.WaitAsync(cancellationToken);
        try
        {
            if (kept is null || kept.RunsOutAt < clock.GetCurrentInstant() + Margin)
            {
                kept = await AskAsync(options.Value.Smtp.OAuth2, cancellationToken);
            }

            return kept.Value;
        }
        finally
        {
            asking.Release();
        }
    }

    /// <summary>Has the next call ask for a new one, after the mail server refused this one.</summary>
    public void Forget() => kept = null;

    public void Dispose() => asking.Dispose();

    private async Task<Token> AskAsync(SmtpOAuth2Options oauth, CancellationToken cancellationToken)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = oauth.ClientId,
            ["client_secret"] = await SmtpSecrets.ReadAsync(
                oauth.ClientSecret, oauth.ClientSecretFile, cancellationToken),
            ["scope"] = oauth.Scope,
        });
        try
        {
            using var http = clients.CreateClient(nameof(AccessTokens));
            using var response = await http.PostAsync(new Uri(oauth.TokenEndpoint), form, cancellationToken);
            var answer = response.IsSuccessStatusCode
                ? await response.Content.ReadFromJsonAsync<Answer>(cancellationToken)
                : throw new MailException(
                    MailFailure.SignIn, $"The token endpoint answers {(int)response.StatusCode}.");
            return answer?.AccessToken is { Length: > 0 } value
                ? new Token(value, clock.GetCurrentInstant() + Duration.FromSeconds(answer.ExpiresIn ?? 0))
                : throw new MailException(MailFailure.SignIn, "The token endpoint gives no token.");
        }
        catch (Exception failure) when (failure is HttpRequestException or JsonException or NotSupportedException)
        {
            throw new MailException(
                MailFailure.SignIn, $"The token endpoint can't be used: {failure.Message}", failure);
        }
    }

    private sealed record Answer(
        [property: JsonPropertyName("access_token")] string? AccessToken,
        [property: JsonPropertyName("expires_in")] int? ExpiresIn);

    // No record: those print what they hold.
    private sealed class Token(string value, Instant runsOutAt)
    {
        public string Value { get; } = value;

        public Instant RunsOutAt { get; } = runsOutAt;
    }
}
