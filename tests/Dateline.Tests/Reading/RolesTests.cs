using System.Globalization;
using Dateline.Reading;

namespace Dateline.Tests.Reading;

public sealed class RolesTests
{
    [Fact]
    public void Scores_are_shown_as_the_formatter_rounds_them()
    {
        for (var i = 0; i <= 200_000; i++)
        {
            var score = i / 200_000f;
            Assert.Equal(score.ToString("0.00", CultureInfo.InvariantCulture), Roles.Shown(score));
        }
    }
}
