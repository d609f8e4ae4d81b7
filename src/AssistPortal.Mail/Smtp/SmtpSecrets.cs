using AssistPortal.Data;
using AssistPortal.Mail.Queue;
using AssistPortal.Mail.Sending;

namespace AssistPortal.Mail.Smtp;

/// <summary>
/// Secrets of the settings, as they are now: files are read each time, so that a new one needs no restart.
/// </summary>
internal static class SmtpSecrets
{
    /// <exception cref="MailException">The file can't be read.</exception>
    public static Task<string> PasswordAsync(SmtpOptions options, CancellationToken cancellationToken) =>
        ReadAsync(options.Password, options.PasswordFile, cancellationToken);

    /// <summary>The value itself, or where a file is named, what stands in it.</summary>
    /// <inheritdoc cref="PasswordAsync" path="/exception" />
    public static async Task<string> ReadAsync(string value, string file, CancellationToken cancellationToken)
    {
        if (file.Length == 0)
        {
            return value;
        }

        try
        {
            return await SecretFile.ReadAsync(file, cancellationToken)
                ?? throw new MailException(MailFailure.SignIn, $"'{file}' is too long for a password.");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new MailException(MailFailure.SignIn, $"'{file}' can't be read: {fault.GetType().Name}.", fault);
        }
    }
}
