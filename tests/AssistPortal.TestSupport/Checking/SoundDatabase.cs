using AssistPortal.Assist.Checking;
using AssistPortal.Data;
using AssistPortal.Data.Checking;
using AssistPortal.Trials.Checking;
using NodaTime;

namespace AssistPortal.TestSupport.Checking;

public static class SoundDatabase
{
    /// <summary>Has the portal's own checker look at a database.</summary>
    /// <param name="db">The database.</param>
    /// <param name="now">What the domain calls now.</param>
    /// <param name="mailsFrom">What came before has no mails; null where all has.</param>
    public static Task<CheckReport> CheckAsync(this PortalDbContext db, Instant now, Instant? mailsFrom = null) =>
        new DatabaseChecker(db, [new ReservationsCheck(db), new TrialsCheck(db)])
            .CheckAsync(new CheckScope(now, mailsFrom), CancellationToken.None);
}
