using AssistPortal.Data;
using AssistPortal.Data.Database;
using AssistPortal.Data.Revisions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AssistPortal.Web.Composition;

/// <summary>Whether the database can be written: it writes a stamp that nobody reads.</summary>
internal sealed class DatabaseHealthCheck(PortalDbContext db, ServerRoom room) : IHealthCheck
{
    private const string Topic = "health";
    private const string NotWritten = "The database can't be written.";
    private const int Seconds = 3;

    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var usual = db.Database.GetCommandTimeout();
        try
        {
            db.Database.SetCommandTimeout(Seconds);
            if (!await db.Database.CanConnectAsync(cancellationToken))
            {
                return Unhealthy(context, NotWritten);
            }

            await db.Database.OpenConnectionAsync(cancellationToken);
            db.Database.WaitForWriterAtMost(Seconds);
            await WriteAsync(cancellationToken);
            return room.HasRefused
                ? Unhealthy(context, "The database has no room.")
                : HealthCheckResult.Healthy();
        }
#pragma warning disable CA1031 // Whatever it is by, it is not written.
        catch (Exception)
#pragma warning restore CA1031
        {
            return Unhealthy(context, NotWritten);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
            db.Database.SetCommandTimeout(usual);
        }
    }

    private static HealthCheckResult Unhealthy(HealthCheckContext context, string why) =>
        new(context.Registration.FailureStatus, why);

    private async Task WriteAsync(CancellationToken cancellationToken)
    {
        var stamps = db.Set<Revision>().Where(revision => revision.Topic == Topic);
        if (await WriteAsync(stamps, cancellationToken) > 0)
        {
            return;
        }

        db.Add(new Revision { Topic = Topic });
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Another server may have been first.
            db.ChangeTracker.Clear();
            if (await WriteAsync(stamps, cancellationToken) == 0)
            {
                throw;
            }
        }
    }

    private static Task<int> WriteAsync(IQueryable<Revision> stamps, CancellationToken cancellationToken) =>
        stamps.ExecuteUpdateAsync(
            set => set.SetProperty(revision => revision.Stamp, Guid.NewGuid()), cancellationToken);
}
