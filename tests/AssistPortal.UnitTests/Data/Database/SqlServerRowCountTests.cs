using System.Data;
using System.Data.Common;
using AssistPortal.Data.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Moq;
using Moq.Protected;

namespace AssistPortal.UnitTests.Data.Database;

public sealed class SqlServerRowCountTests
{
    [Theory]
    [InlineData(DatabaseProvider.SqlServer, "Server=nowhere", true)]
    [InlineData(DatabaseProvider.PostgreSql, "Host=nowhere", false)]
    [InlineData(DatabaseProvider.Sqlite, "Data Source=nowhere.db", false)]
    public void Only_on_SQL_Server_is_the_count_of_rows_switched_on(
        DatabaseProvider provider, string connectionString, bool expected)
    {
        var options = new DbContextOptionsBuilder()
            .UsePortalDatabase(new DatabaseOptions { Provider = provider }, connectionString).Options;

        var interceptors = options.FindExtension<CoreOptionsExtension>()?.Interceptors ?? [];

        Assert.Equal(expected, interceptors.OfType<SqlServerRowCounts>().Any());
    }

    [Fact]
    public async Task Each_opening_switches_it_on_since_the_pool_resets_connections()
    {
        var sent = new List<string>();
        using var connection = Connection(sent);
        await using var db = new DbContext(
            new DbContextOptionsBuilder().UseSqlServer(connection).AddInterceptors(new SqlServerRowCounts()).Options);

        await db.Database.OpenConnectionAsync();
        Assert.Equal(["SET NOCOUNT OFF"], sent);
        await db.Database.CloseConnectionAsync();
#pragma warning disable CA1849 // Both ways of opening are tried.
        db.Database.OpenConnection();
#pragma warning restore CA1849

        Assert.Equal(["SET NOCOUNT OFF", "SET NOCOUNT OFF"], sent);
    }

    private static DbConnection Connection(List<string> sent)
    {
        var command = new Mock<DbCommand> { CallBase = true };
        command.SetupAllProperties();
        command.Setup(item => item.ExecuteNonQuery()).Callback(() => sent.Add(command.Object.CommandText)).Returns(-1);
        var state = ConnectionState.Closed;
        var connection = new Mock<DbConnection> { CallBase = true };
        connection.SetupGet(item => item.State).Returns(() => state);
        connection.Setup(item => item.Open()).Callback(() => state = ConnectionState.Open);
        connection.Setup(item => item.Close()).Callback(() => state = ConnectionState.Closed);
        connection.Protected().Setup<DbCommand>("CreateDbCommand").Returns(command.Object);
        return connection.Object;
    }
}
