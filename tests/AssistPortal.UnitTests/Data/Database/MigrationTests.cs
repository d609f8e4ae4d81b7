using AssistPortal.Assist.Orders;
using AssistPortal.Data;
using AssistPortal.Data.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;

namespace AssistPortal.UnitTests.Data.Database;

/// <summary>Nothing is connected to: the models and the migrations are compared as the tools see them.</summary>
public sealed class MigrationTests
{
    private const int LongestSqlServerKey = 1700;

    public static TheoryData<DatabaseProvider> Providers => [.. Enum.GetValues<DatabaseProvider>()];

    [Theory]
    [MemberData(nameof(Providers))]
    public void Each_provider_has_one_migration_with_the_whole_schema(DatabaseProvider provider)
    {
        using var db = NewContext(provider);
        Assert.EndsWith("_InitialSchema", Assert.Single(db.Database.GetMigrations()), StringComparison.Ordinal);
        Assert.False(db.Database.HasPendingModelChanges(), "tools/schema.sh writes the migrations anew.");
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public void The_indexes_that_the_model_cannot_name_are_made_and_kept(DatabaseProvider provider)
    {
        using var db = NewContext(provider);
        var script = db.GetService<IMigrator>().GenerateScript();
        Assert.All(OrderListIndexes.Names, name =>
        {
            var made = script.LastIndexOf(
                $"INDEX {(provider == DatabaseProvider.SqlServer ? "[" : "\"")}{name}", StringComparison.Ordinal);
            Assert.True(made > 0, name);
            Assert.DoesNotContain("ef_temp_Orders", script[made..], StringComparison.Ordinal);
        });
    }

    [Fact]
    public void PostgreSQL_counts_words_in_orders_by_more_samples_than_usual()
    {
        using var db = NewContext(DatabaseProvider.PostgreSql);
        Assert.Contains(
            "\"SearchText\" SET STATISTICS 1000",
            db.GetService<IMigrator>().GenerateScript(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void SQL_Server_is_given_no_table_that_one_deletion_reaches_on_two_ways()
    {
        using var db = NewContext(DatabaseProvider.SqlServer);
        var types = db.GetService<IDesignTimeModel>().Model.GetEntityTypes().ToList();
        Assert.Empty(
            from root in types
            from twice in Reached(root).GroupBy(type => type).Where(ways => ways.Count() > 1)
            select $"{root.DisplayName()} → {twice.Key.DisplayName()}");
    }

    [Fact]
    public void SQL_Server_is_given_no_index_beyond_its_longest_key()
    {
        using var db = NewContext(DatabaseProvider.SqlServer);
        Assert.Empty(
            from type in db.GetService<IDesignTimeModel>().Model.GetEntityTypes()
            where type.ClrType.Namespace!.StartsWith(nameof(AssistPortal), StringComparison.Ordinal)
            from properties in type.GetIndexes()
                .Select(index => index.Properties)
                .Concat(type.GetKeys().Select(key => key.Properties))
            let bytes = properties.Sum(
                property => property.ClrType == typeof(string) ? 2 * (property.GetMaxLength() ?? 4000) : 16)
            where bytes > LongestSqlServerKey
            select $"{type.DisplayName()}({string.Join(", ", properties.Select(property => property.Name))}): {bytes}");
    }

    private static IEnumerable<IEntityType> Reached(IEntityType root) => root.GetReferencingForeignKeys()
        .Where(key => key.DeleteBehavior == DeleteBehavior.Cascade || key.DeleteBehavior == DeleteBehavior.SetNull)
        .SelectMany(key => Reached(key.DeclaringEntityType).Prepend(key.DeclaringEntityType));

    internal static PortalDbContext NewContext(DatabaseProvider provider)
    {
        IDesignTimeDbContextFactory<PortalDbContext> factory = provider switch
        {
            DatabaseProvider.SqlServer => new Migrations.SqlServer.ContextFactory(),
            DatabaseProvider.PostgreSql => new Migrations.PostgreSql.ContextFactory(),
            _ => new Migrations.Sqlite.ContextFactory(),
        };
        return factory.CreateDbContext([]);
    }
}
