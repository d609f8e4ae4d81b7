using System.Reflection;
using AssistPortal.Data.Audit;
using AssistPortal.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.IntegrationTests.Staff;

/// <summary>Reads what acts have left in the audit trail.</summary>
internal static class AuditReading
{
    /// <summary>Oldest first.</summary>
    public static async Task<IReadOnlyList<TRecord>> AuditAsync<TRecord>(this PortalFactory portal, object subjectId)
        where TRecord : AuditRecord =>
        await portal.RecordsAsync<TRecord>(entries => entries.Where(entry => entry.SubjectId == $"{subjectId}"));

    /// <summary>The last one that an account has done.</summary>
    public static async Task<TRecord> LastAuditAsync<TRecord>(this PortalFactory portal)
        where TRecord : AuditRecord =>
        (await portal.RecordsAsync<TRecord>(entries => entries.Where(entry => entry.ActorId != null)))[^1];

    private static async Task<IReadOnlyList<TRecord>> RecordsAsync<TRecord>(
        this PortalFactory portal, Func<IQueryable<AuditEntry>, IQueryable<AuditEntry>> which)
    {
        var action = typeof(TRecord).GetCustomAttribute<AuditActionAttribute>()!.Key;
        var entries = await portal.InDatabaseAsync(db => which(db.AuditEntries.AsNoTracking())
            .Where(entry => entry.Action == action).OrderBy(entry => entry.Id).ToListAsync());
        var records = portal.Services.GetRequiredService<AuditRecords>();
        return [.. entries.Select(records.Read).Cast<TRecord>()];
    }
}
