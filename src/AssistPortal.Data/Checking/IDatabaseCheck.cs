using NodaTime;

namespace AssistPortal.Data.Checking;

/// <summary>
/// Proves that a module's rows are as promised, without the code that is to be proved: reads plain columns, by LINQ
/// that all providers know, and compares.
/// </summary>
public interface IDatabaseCheck
{
    /// <summary>Reads all of them, and tells what is wrong.</summary>
    Task CheckAsync(CheckReport report, CheckScope scope, CancellationToken cancellationToken);
}

/// <summary>By what it is checked.</summary>
/// <param name="Now">What the domain calls now: holds that have run out by then are not live.</param>
/// <param name="MailsFrom">
/// What came before has no mails in the outbox, such as the demo data; null when all has.
/// </param>
public sealed record CheckScope(Instant Now, Instant? MailsFrom = null);
