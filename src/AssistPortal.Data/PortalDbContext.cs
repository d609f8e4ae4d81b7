using AssistPortal.Data.Accounts;
using AssistPortal.Data.Audit;
using AssistPortal.Data.Database;
using AssistPortal.Data.Revisions;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace AssistPortal.Data;

/// <summary>
/// The portal's one database context. Modules contribute their entities through <see cref="EntityAssembly"/>
/// and reach them with <see cref="DbContext.Set{TEntity}()"/>.
/// </summary>
public sealed class PortalDbContext(DbContextOptions<PortalDbContext> options)
    : IdentityDbContext<PortalUser, PortalRole, Guid>(options), IDataProtectionKeyContext
{
    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    /// <inheritdoc />
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>What is written before a transaction commits: see <see cref="Transactions.AlongsideAsync"/>.</summary>
    internal Func<CancellationToken, Task>? Alongside { get; set; }

    /// <inheritdoc />
    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        var noted = BeforeSave();
        var count = base.SaveChanges(acceptAllChangesOnSuccess);
        Tell(noted);
        return count;
    }

    /// <inheritdoc />
    public override async Task<int> SaveChangesAsync(
        bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        var noted = BeforeSave();
        var detects = ChangeTracker.AutoDetectChangesEnabled;
        try
        {
            // It has been done just now: all that is tracked would be compared with what it was once more.
            ChangeTracker.AutoDetectChangesEnabled = false;
            var count = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
            Tell(noted);
            return count;
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = detects;
        }
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Instant>().HaveConversion<InstantConverter>();
        configurationBuilder.Properties<LocalDate>().HaveConversion<LocalDateConverter>();
        var wallClock = configurationBuilder.Properties<LocalDateTime>().HaveConversion<LocalDateTimeConverter>();
        if (Database.IsNpgsql())
        {
            // Its usual type for dates and times takes UTC only.
            wallClock.HaveColumnType("timestamp without time zone");
        }
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(PortalDbContext).Assembly);
        foreach (var module in options.GetExtension<PortalModules>().All)
        {
            builder.ApplyConfigurationsFromAssembly(module.Assembly);
        }
    }

    private void Tell(List<AuditEntry>? noted)
    {
        if (noted is not null)
        {
            SecurityEvents.Tell(this.GetService<ILoggerFactory>(), noted);
        }
    }

    /// <returns>New security events; null where there are none.</returns>
    private List<AuditEntry>? BeforeSave()
    {
        List<AuditEntry>? noted = null;
        var changed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in ChangeTracker.Entries())
        {
            if (entry.State is not EntityState.Unchanged && entry.RevisionTopic() is { } topic)
            {
                changed.Add(topic);
            }

            if (entry is { State: EntityState.Added, Entity: AuditEntry { IsSecurity: true } told })
            {
                (noted ??= []).Add(told);
            }

            if (entry is { State: EntityState.Modified or EntityState.Deleted, Entity: AuditEntry })
            {
                throw new InvalidOperationException("The audit trail is append-only.");
            }

            if (entry is { State: EntityState.Modified, Entity: IVersioned })
            {
                var version = entry.Property(nameof(IVersioned.Version));
                version.CurrentValue = (int)version.OriginalValue! + 1;
            }
        }

        foreach (var topic in changed)
        {
            DrawStamp(topic);
        }

        return noted;
    }

    private void DrawStamp(string topic)
    {
        var revision = Set<Revision>().Local.FirstOrDefault(known => known.Topic == topic)
            ?? Attach(new Revision { Topic = topic }).Entity;
        revision.Renew();
        Entry(revision).State = EntityState.Modified;
    }
}
