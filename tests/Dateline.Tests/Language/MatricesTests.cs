using System.Runtime.Intrinsics;
using Dateline.Language;

namespace Dateline.Tests.Language;

public sealed class MatricesTests
{
    [Theory]
    [InlineData(1, 3, 16)]
    [InlineData(4, 16, 32)]
    [InlineData(7, 5, 48)]
    public void Products_are_those_of_the_schoolbook(int rows, int inner, int columns)
    {
        var (left, right) = (Numbers(rows * inner), Numbers(inner * columns));
        var product = new float[rows * columns];
        Matrices.Multiply(left, rows, inner, right, columns, product);
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                var sum = 0f;
                for (var k = 0; k < inner; k++) sum = MathF.FusedMultiplyAdd(left[(row * inner) + k], right[(k * columns) + column], sum);
                Assert.Equal(sum, product[(row * columns) + column]); // to the bit: the order of the sum is part of the promise
            }
        }
    }

    [Theory]
    [InlineData(1, 3, 16)]
    [InlineData(6, 16, 32)]
    [InlineData(8, 5, 48)]
    public void A_product_with_packed_weights_is_the_same_to_the_bit(int rows, int inner, int columns)
    {
        var (left, right) = (Numbers(rows * inner), Numbers(inner * columns));
        var (plain, packed) = (new float[rows * columns], new float[rows * columns]);
        Matrices.Multiply(left, rows, inner, right, columns, plain);
        Matrices.Pack(right, columns);
        Matrices.MultiplyPacked(left, rows, inner, right, columns, packed);
        Assert.Equal(plain, packed);
    }

    [Fact]
    public void A_product_can_be_added_to_what_is_there()
    {
        var target = Enumerable.Repeat(1f, 6 * 16).ToArray();
        Matrices.Multiply([2f, 2f, 2f, 2f, 2f, 2f], 6, 1, Enumerable.Repeat(3f, 16).ToArray(), 16, target, adds: true);
        Assert.All(target, x => Assert.Equal(7f, x));
    }

    [Fact]
    public void Matrices_that_do_not_fit_are_refused() => Assert.Throws<ArgumentException>(() => Matrices.Multiply(new float[4], 2, 3, new float[48], 16, new float[32]));

    [Theory]
    [InlineData(-30f)]
    [InlineData(-1.5f)]
    [InlineData(0f)]
    [InlineData(0.3f)]
    [InlineData(4f)]
    public void Tanh_and_sigmoid_are_close_to_the_true_ones(float x)
    {
        Assert.Equal(MathF.Tanh(x), Matrices.Tanh(Vector256.Create(x))[0], 1e-5f);
        Assert.Equal(1 / (1 + MathF.Exp(-x)), Matrices.Sigmoid(Vector256.Create(x))[0], 1e-5f);
    }

    private static float[] Numbers(int count) => [.. Enumerable.Range(0, count).Select(i => ((i * 37 % 101) - 50) / 17f)];
}
